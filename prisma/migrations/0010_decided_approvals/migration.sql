-- What was decided, page by page, the newest first.
CREATE INDEX "Approval_projectId_requestedAt_id_idx" ON "Approval"("projectId", "requestedAt" DESC, "id" DESC);
