-- Holds of one consultant whose time is not up. VOLATILE, so that it takes a new snapshot where it is called: behind the
-- lock on the consultant's row it sees what others committed while the caller waited for that lock.
CREATE FUNCTION open_holds(consultant uuid, at timestamptz) RETURNS bigint LANGUAGE sql VOLATILE AS $$
  SELECT count(*) FROM "Deal" WHERE "consultantId" = consultant AND stage = 'HELD' AND "holdUntil" > at
$$;
