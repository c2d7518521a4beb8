-- CreateTable
CREATE TABLE "calibration_embedding" (
    "fingerprint" TEXT NOT NULL,
    "vector" BYTEA NOT NULL,
    "embedded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calibration_embedding_pkey" PRIMARY KEY ("fingerprint")
);
