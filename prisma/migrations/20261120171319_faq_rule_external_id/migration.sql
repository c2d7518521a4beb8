-- CreateEnum
CREATE TYPE "faq_import_status" AS ENUM ('running', 'done', 'failed');

-- AlterTable
ALTER TABLE "faq_rule" ADD COLUMN     "external_id" TEXT;

-- CreateTable
CREATE TABLE "faq_import" (
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "status" "faq_import_status" NOT NULL DEFAULT 'running',
    "rows" INTEGER NOT NULL,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "client_key" TEXT,
    "digest" TEXT NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "faq_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "faq_import_client_key_key" ON "faq_import"("client_key");

-- CreateIndex
CREATE UNIQUE INDEX "faq_rule_external_id_key" ON "faq_rule"("external_id");

-- AddForeignKey
ALTER TABLE "faq_import" ADD CONSTRAINT "faq_import_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
