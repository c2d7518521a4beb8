-- CreateIndex
CREATE INDEX "ticket_assignee_id_active_at_id_idx" ON "ticket"("assignee_id", "active_at" DESC, "id" DESC);
