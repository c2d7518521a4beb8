-- CreateTable
CREATE TABLE "ticket_search" (
    "ticket_id" UUID NOT NULL,
    "terms" tsvector NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ticket_search_pkey" PRIMARY KEY ("ticket_id")
);

-- What the old column knows, so that every ticket can be found at once. Version 0: the desk writes these again in the background, with
-- Traditional characters, phone numbers and slips of the finger, which SQL cannot fold (lib/tickets/reindex-tickets.ts).
INSERT INTO "ticket_search" ("ticket_id", "terms")
SELECT "id", array_to_tsvector(ARRAY(
    SELECT DISTINCT left(word, 32) FROM regexp_split_to_table("search_text", '[^[:alnum:]]+') AS word WHERE word <> ''
)) FROM "ticket";

-- CreateIndex
CREATE INDEX "ticket_search_terms_idx" ON "ticket_search" USING GIN ("terms");

-- AddForeignKey
ALTER TABLE "ticket_search" ADD CONSTRAINT "ticket_search_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- DropIndex
DROP INDEX "ticket_search_text_idx";

-- AlterTable
ALTER TABLE "ticket" DROP COLUMN "search_text",
ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "first_response_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "paused_seconds" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "paused_since" TIMESTAMPTZ(3),
ADD COLUMN     "resolution_due_at" TIMESTAMPTZ(3);

-- Nobody knows for how long these have stood still before; from now on it is counted.
UPDATE "ticket" SET "paused_since" = "active_at" WHERE "status" <> 'open';

-- CreateIndex
CREATE INDEX "ticket_status_waiting_since_id_idx" ON "ticket"("status", "waiting_since", "id" DESC);

-- CreateIndex
CREATE INDEX "ticket_waiting_since_id_idx" ON "ticket"("waiting_since", "id" DESC);

-- CreateIndex
CREATE INDEX "ticket_status_due_at_id_idx" ON "ticket"("status", "due_at", "id" DESC);

-- CreateIndex
CREATE INDEX "ticket_due_at_id_idx" ON "ticket"("due_at", "id" DESC);

-- Tickets change hands in many places, in SQL and through Prisma; their timers follow here, so that none of them can forget it.
-- They run while a ticket is open. A first response is due until somebody has replied; while the ticket waits for the customer or is
-- resolved both stand still, and the time that passes so is added to both.
CREATE FUNCTION ticket_timers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    targets jsonb;
    began timestamptz;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'open' THEN NEW.paused_since := coalesce(NEW.paused_since, now()); END IF;
    ELSIF OLD.status = 'open' AND NEW.status <> 'open' THEN
        NEW.paused_since := now();
    ELSIF OLD.status <> 'open' AND NEW.status = 'open' THEN
        NEW.paused_seconds := OLD.paused_seconds + coalesce(greatest(extract(epoch FROM now() - OLD.paused_since), 0), 0)::int;
        NEW.paused_since := NULL;
    END IF;
    NEW.first_response_due_at := NULL;
    NEW.resolution_due_at := NULL;
    IF NEW.status = 'open' THEN
        SELECT value INTO targets FROM setting WHERE key = 'response_targets';
        began := NEW.created_at + make_interval(secs => NEW.paused_seconds);
        IF NEW.first_replied_at IS NULL AND (targets #>> '{firstResponse,isOn}')::boolean THEN
            NEW.first_response_due_at := began
                + make_interval(mins => (targets #>> ARRAY['firstResponse', 'minutes', NEW.priority::text])::int);
        END IF;
        IF (targets #>> '{resolution,isOn}')::boolean THEN
            NEW.resolution_due_at := began
                + make_interval(mins => (targets #>> ARRAY['resolution', 'minutes', NEW.priority::text])::int);
        END IF;
    END IF;
    NEW.due_at := least(NEW.first_response_due_at, NEW.resolution_due_at);
    RETURN NEW;
END $$;

CREATE TRIGGER ticket_timers BEFORE INSERT OR UPDATE OF status, priority, first_replied_at, created_at ON "ticket"
    FOR EACH ROW EXECUTE FUNCTION ticket_timers();
