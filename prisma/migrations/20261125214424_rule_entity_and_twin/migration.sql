-- AlterTable
ALTER TABLE "faq_rule" ADD COLUMN     "entity" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "twin_changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "twin_id" UUID;

-- AlterTable
ALTER TABLE "faq_rule_revision" ADD COLUMN     "entity" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE UNIQUE INDEX "faq_rule_twin_id_key" ON "faq_rule"("twin_id");

-- AddForeignKey
ALTER TABLE "faq_rule" ADD CONSTRAINT "faq_rule_twin_id_fkey" FOREIGN KEY ("twin_id") REFERENCES "faq_rule"("id") ON DELETE SET NULL ON UPDATE CASCADE;
