-- CreateTable
CREATE TABLE "learned_phrasing" (
    "id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "suggestion_id" UUID,
    "is_removed" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "learned_phrasing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "learned_phrasing_rule_id_created_at_idx" ON "learned_phrasing"("rule_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "learned_phrasing_suggestion_id_idx" ON "learned_phrasing"("suggestion_id");

-- CreateIndex
CREATE UNIQUE INDEX "learned_phrasing_rule_id_key_key" ON "learned_phrasing"("rule_id", "key");

-- AddForeignKey
ALTER TABLE "learned_phrasing" ADD CONSTRAINT "learned_phrasing_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "faq_rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learned_phrasing" ADD CONSTRAINT "learned_phrasing_suggestion_id_fkey" FOREIGN KEY ("suggestion_id") REFERENCES "suggestion"("id") ON DELETE SET NULL ON UPDATE CASCADE;
