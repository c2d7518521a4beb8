-- AlterTable
ALTER TABLE "suggestion_outcome" ADD COLUMN     "draft_length" INTEGER;

-- CreateIndex
CREATE INDEX "ticket_created_at_first_replied_at_idx" ON "ticket"("created_at", "first_replied_at");

-- CreateIndex
CREATE INDEX "suggestion_figures_idx" ON "suggestion"("queued_at", "rung", "status", "language", "model", "prompt_version", "ms", "first_word_at", "finished_at", "id");

-- CreateIndex
CREATE INDEX "suggestion_rule_is_cited_suggestion_id_rule_id_idx" ON "suggestion_rule"("is_cited", "suggestion_id", "rule_id");

-- CreateIndex
CREATE INDEX "suggestion_outcome_figures_idx" ON "suggestion_outcome"("suggestion_id", "agent_id", "edit_distance", "draft_length", "rating");


-- What was decided before: the drafts' lengths without their citation marks.
UPDATE "suggestion_outcome" o
SET "draft_length" = length(btrim(regexp_replace(s."text", '\s*\[\d+(?:\s*[,、]\s*\d+)*\]', '', 'g')))
FROM "suggestion" s
WHERE s."id" = o."suggestion_id" AND o."sent_text" IS NOT NULL;
