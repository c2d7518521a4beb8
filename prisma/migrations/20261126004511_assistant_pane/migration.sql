-- AlterTable
ALTER TABLE "suggestion" ADD COLUMN     "search_ms" INTEGER;

-- AlterTable
ALTER TABLE "suggestion_outcome" ADD COLUMN     "rated_at" TIMESTAMPTZ(3),
ADD COLUMN     "rated_by_id" UUID,
ADD COLUMN     "rating_reasons" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "wrong_rule" (
    "id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "suggestion_id" UUID,
    "agent_id" UUID,
    "text" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "is_removed" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "wrong_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread_summary" (
    "ticket_id" UUID NOT NULL,
    "last_message_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "language" "language" NOT NULL,
    "model" TEXT NOT NULL,
    "is_demo_model" BOOLEAN NOT NULL,
    "ms" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thread_summary_pkey" PRIMARY KEY ("ticket_id")
);

-- CreateIndex
CREATE INDEX "wrong_rule_rule_id_created_at_idx" ON "wrong_rule"("rule_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "wrong_rule_suggestion_id_rule_id_key" ON "wrong_rule"("suggestion_id", "rule_id");

-- CreateIndex
CREATE INDEX "suggestion_outcome_rated_at_idx" ON "suggestion_outcome"("rated_at" DESC);

-- AddForeignKey
ALTER TABLE "wrong_rule" ADD CONSTRAINT "wrong_rule_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "faq_rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wrong_rule" ADD CONSTRAINT "wrong_rule_suggestion_id_fkey" FOREIGN KEY ("suggestion_id") REFERENCES "suggestion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wrong_rule" ADD CONSTRAINT "wrong_rule_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion_outcome" ADD CONSTRAINT "suggestion_outcome_rated_by_id_fkey" FOREIGN KEY ("rated_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_summary" ADD CONSTRAINT "thread_summary_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;
