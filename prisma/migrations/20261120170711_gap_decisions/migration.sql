-- CreateTable
CREATE TABLE "gap_decision" (
    "id" UUID NOT NULL,
    "suggestion_ids" UUID[],
    "rule_id" UUID,
    "agent_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gap_decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "gap_decision_rule_id_idx" ON "gap_decision"("rule_id");

-- CreateIndex
CREATE INDEX "gap_decision_created_at_idx" ON "gap_decision"("created_at" DESC);

-- AddForeignKey
ALTER TABLE "gap_decision" ADD CONSTRAINT "gap_decision_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "faq_rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gap_decision" ADD CONSTRAINT "gap_decision_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
