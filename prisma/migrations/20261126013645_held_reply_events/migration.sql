-- AlterTable
ALTER TABLE "held_reply" ADD COLUMN     "event_ids" UUID[] DEFAULT ARRAY[]::UUID[];
