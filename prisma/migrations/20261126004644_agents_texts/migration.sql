-- CreateEnum
CREATE TYPE "rewrite_action" AS ENUM ('shorter', 'friendlier', 'formal', 'translate', 'continue', 'instruct');

-- CreateEnum
CREATE TYPE "rewrite_status" AS ENUM ('ready', 'failed', 'stopped');

-- CreateTable
CREATE TABLE "reply_draft" (
    "agent_id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "suggestion_id" UUID,
    "rewrite_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reply_draft_pkey" PRIMARY KEY ("agent_id","ticket_id")
);

-- CreateTable
CREATE TABLE "held_reply" (
    "message_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,
    "suggestion_id" UUID,
    "rewrite_id" UUID,
    "ticket_before" JSONB NOT NULL,
    "ticket_after" JSONB NOT NULL,
    "drafts" JSONB NOT NULL,

    CONSTRAINT "held_reply_pkey" PRIMARY KEY ("message_id")
);

-- CreateTable
CREATE TABLE "rewrite" (
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "agent_id" UUID,
    "suggestion_id" UUID,
    "message_id" UUID,
    "action" "rewrite_action" NOT NULL,
    "instruction" TEXT,
    "status" "rewrite_status" NOT NULL,
    "cause" TEXT,
    "from_text" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "language" "language" NOT NULL,
    "grounding" JSONB,
    "prompt_version" INTEGER,
    "prompt" JSONB,
    "model" TEXT,
    "is_demo_model" BOOLEAN NOT NULL DEFAULT false,
    "seed" INTEGER,
    "parameters" JSONB,
    "model_text" TEXT,
    "prompt_tokens" INTEGER,
    "reply_tokens" INTEGER,
    "first_text_ms" INTEGER,
    "ms" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rewrite_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reply_draft_ticket_id_idx" ON "reply_draft"("ticket_id");

-- CreateIndex
CREATE INDEX "reply_draft_updated_at_idx" ON "reply_draft"("updated_at");

-- CreateIndex
CREATE INDEX "held_reply_agent_id_until_idx" ON "held_reply"("agent_id", "until");

-- CreateIndex
CREATE INDEX "held_reply_until_idx" ON "held_reply"("until");

-- CreateIndex
CREATE INDEX "rewrite_ticket_id_created_at_idx" ON "rewrite"("ticket_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "rewrite_created_at_idx" ON "rewrite"("created_at");

-- CreateIndex
CREATE INDEX "rewrite_suggestion_id_idx" ON "rewrite"("suggestion_id");

-- CreateIndex
CREATE INDEX "rewrite_message_id_idx" ON "rewrite"("message_id");

-- AddForeignKey
ALTER TABLE "reply_draft" ADD CONSTRAINT "reply_draft_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply_draft" ADD CONSTRAINT "reply_draft_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_reply" ADD CONSTRAINT "held_reply_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_reply" ADD CONSTRAINT "held_reply_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rewrite" ADD CONSTRAINT "rewrite_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rewrite" ADD CONSTRAINT "rewrite_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rewrite" ADD CONSTRAINT "rewrite_suggestion_id_fkey" FOREIGN KEY ("suggestion_id") REFERENCES "suggestion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rewrite" ADD CONSTRAINT "rewrite_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE SET NULL ON UPDATE CASCADE;
