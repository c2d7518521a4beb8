-- CreateTable
CREATE TABLE "rule_embedding" (
    "rule_id" UUID NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    "dimensions" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "vector" BYTEA NOT NULL,
    "embedded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_embedding_pkey" PRIMARY KEY ("rule_id")
);

-- CreateIndex
CREATE INDEX "rule_embedding_model_dimensions_embedded_at_idx" ON "rule_embedding"("model", "dimensions", "embedded_at");

-- AddForeignKey
ALTER TABLE "rule_embedding" ADD CONSTRAINT "rule_embedding_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "faq_rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;
