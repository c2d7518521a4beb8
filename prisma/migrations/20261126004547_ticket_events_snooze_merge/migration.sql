-- CreateEnum
CREATE TYPE "ticket_event_kind" AS ENUM ('assigned', 'status', 'priority', 'tags', 'snoozed', 'woken', 'merged', 'merged_into', 'unmerged', 'draft_superseded', 'draft_failed', 'delivery_failed');

-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "snoozed_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "origin_id" UUID;

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "height" INTEGER,
ADD COLUMN     "width" INTEGER;

-- CreateTable
CREATE TABLE "ticket_event" (
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "kind" "ticket_event_kind" NOT NULL,
    "actor_id" UUID,
    "details" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ticket_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ticket_event_ticket_id_created_at_id_idx" ON "ticket_event"("ticket_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "ticket_snoozed_until_idx" ON "ticket"("snoozed_until");

-- CreateIndex
CREATE INDEX "ticket_merged_into_id_idx" ON "ticket"("merged_into_id");

-- CreateIndex
CREATE INDEX "message_origin_id_idx" ON "message"("origin_id");

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_event" ADD CONSTRAINT "ticket_event_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_event" ADD CONSTRAINT "ticket_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_origin_id_fkey" FOREIGN KEY ("origin_id") REFERENCES "ticket"("id") ON DELETE SET NULL ON UPDATE CASCADE;
