-- The customer is locked before its person, as an erasure does: the other way round they wait for each other.
CREATE OR REPLACE FUNCTION refuse_for_the_erased() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  person uuid;
BEGIN
  IF TG_ARGV[0] = 'customerId' THEN
    SELECT "personId" INTO person FROM "ProjectCustomer" WHERE id = (to_jsonb(NEW) ->> 'customerId')::uuid FOR KEY SHARE;
  ELSE
    person := (to_jsonb(NEW) ->> 'personId')::uuid;
  END IF;
  PERFORM 1 FROM "Person" WHERE id = person FOR KEY SHARE;
  IF EXISTS (SELECT 1 FROM "Person" WHERE id = person AND "erasedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'row violates constraint "%"', TG_NAME;
  END IF;
  RETURN NEW;
END $$;
