-- CreateTable
CREATE TABLE "figure_day" (
    "zone" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "reply_seconds" INTEGER[],
    "reply_counts" INTEGER[],
    "counted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "figure_day_pkey" PRIMARY KEY ("zone","day")
);

-- CreateTable
CREATE TABLE "figure_draft" (
    "zone" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "position" INTEGER NOT NULL,
    "rung" "rung",
    "status" "suggestion_status" NOT NULL,
    "model" TEXT,
    "prompt_version" INTEGER,
    "count" INTEGER NOT NULL,

    CONSTRAINT "figure_draft_pkey" PRIMARY KEY ("zone","day","position")
);

-- CreateTable
CREATE TABLE "figure_outcome" (
    "zone" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "position" INTEGER NOT NULL,
    "agent_id" UUID,
    "language" "language" NOT NULL,
    "status" "suggestion_status" NOT NULL,
    "rating" INTEGER,
    "tenth" INTEGER,
    "count" INTEGER NOT NULL,
    "drafted" DOUBLE PRECISION NOT NULL,
    "kept" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "figure_outcome_pkey" PRIMARY KEY ("zone","day","position")
);

-- CreateTable
CREATE TABLE "figure_latency" (
    "zone" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "rung" "rung" NOT NULL,
    "part" TEXT NOT NULL,
    "ms" INTEGER[],
    "counts" INTEGER[],

    CONSTRAINT "figure_latency_pkey" PRIMARY KEY ("zone","day","rung","part")
);

-- CreateTable
CREATE TABLE "figure_rule" (
    "zone" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "rule_id" UUID NOT NULL,
    "uses" INTEGER NOT NULL,
    "sent_as_is" INTEGER NOT NULL,
    "edited" INTEGER NOT NULL,
    "dismissed" INTEGER NOT NULL,

    CONSTRAINT "figure_rule_pkey" PRIMARY KEY ("zone","day","rule_id")
);

-- CreateTable
CREATE TABLE "figure_change" (
    "at" TIMESTAMPTZ(3) NOT NULL,
    "xid" BIGINT NOT NULL,

    CONSTRAINT "figure_change_pkey" PRIMARY KEY ("at","xid")
);

-- CreateIndex
CREATE INDEX "figure_day_starts_at_ends_at_idx" ON "figure_day"("starts_at", "ends_at");

-- AddForeignKey
ALTER TABLE "figure_draft" ADD CONSTRAINT "figure_draft_zone_day_fkey" FOREIGN KEY ("zone", "day") REFERENCES "figure_day"("zone", "day") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure_outcome" ADD CONSTRAINT "figure_outcome_zone_day_fkey" FOREIGN KEY ("zone", "day") REFERENCES "figure_day"("zone", "day") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure_latency" ADD CONSTRAINT "figure_latency_zone_day_fkey" FOREIGN KEY ("zone", "day") REFERENCES "figure_day"("zone", "day") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure_rule" ADD CONSTRAINT "figure_rule_zone_day_fkey" FOREIGN KEY ("zone", "day") REFERENCES "figure_day"("zone", "day") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rows change in many places, in SQL and through Prisma, also long after their day: an old draft is sent, rated or taken back, a ticket is
-- answered after weeks. What is counted of such a day is counted again then. Nobody can forget to say so, since it is said here.
-- A day is counted three days after its end at the earliest (lib/insights/keep-days.ts), so changes within two are nobody's business: a day
-- is left for a transaction that is still under way. Who counts takes the lock alone, and so waits for all who have changed something old and
-- have not committed yet; they take it together, and never wait for each other.
CREATE FUNCTION figures_changed(moment timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF moment >= now() - interval '2 days' THEN RETURN; END IF;
    PERFORM pg_advisory_xact_lock_shared(hashtext('figure_day'));
    INSERT INTO figure_change (at, xid)
        VALUES (date_bin('15 minutes', moment, timestamptz '2000-01-01 00:00:00+00'), pg_current_xact_id()::text::bigint)
        ON CONFLICT DO NOTHING;
END $$;

CREATE FUNCTION figures_suggestion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN PERFORM figures_changed(OLD.queued_at); END IF;
    IF TG_OP <> 'DELETE' THEN PERFORM figures_changed(NEW.queued_at); END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER figures_suggestion_in_out AFTER INSERT OR DELETE ON "suggestion"
    FOR EACH ROW EXECUTE FUNCTION figures_suggestion();
CREATE TRIGGER figures_suggestion_changed AFTER UPDATE ON "suggestion" FOR EACH ROW
    WHEN ((OLD.queued_at, OLD.status, OLD.rung, OLD.language, OLD.model, OLD.prompt_version, OLD.ms, OLD.first_word_at, OLD.finished_at)
        IS DISTINCT FROM (NEW.queued_at, NEW.status, NEW.rung, NEW.language, NEW.model, NEW.prompt_version, NEW.ms, NEW.first_word_at, NEW.finished_at))
    EXECUTE FUNCTION figures_suggestion();

-- What belongs to a draft: of one that is being deleted with it, the draft's own trigger tells.
CREATE FUNCTION figures_of_suggestion() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    row_id uuid;
BEGIN
    IF TG_OP <> 'INSERT' THEN row_id := OLD.suggestion_id; ELSE row_id := NEW.suggestion_id; END IF;
    PERFORM figures_changed(queued_at) FROM suggestion WHERE id = row_id;
    IF TG_OP = 'UPDATE' AND NEW.suggestion_id <> OLD.suggestion_id THEN
        PERFORM figures_changed(queued_at) FROM suggestion WHERE id = NEW.suggestion_id;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER figures_outcome AFTER INSERT OR DELETE ON "suggestion_outcome"
    FOR EACH ROW EXECUTE FUNCTION figures_of_suggestion();
CREATE TRIGGER figures_outcome_changed AFTER UPDATE ON "suggestion_outcome" FOR EACH ROW
    WHEN ((OLD.suggestion_id, OLD.agent_id, OLD.edit_distance, OLD.draft_length, OLD.rating)
        IS DISTINCT FROM (NEW.suggestion_id, NEW.agent_id, NEW.edit_distance, NEW.draft_length, NEW.rating))
    EXECUTE FUNCTION figures_of_suggestion();

CREATE TRIGGER figures_rule_in AFTER INSERT ON "suggestion_rule" FOR EACH ROW WHEN (NEW.is_cited)
    EXECUTE FUNCTION figures_of_suggestion();
CREATE TRIGGER figures_rule_out AFTER DELETE ON "suggestion_rule" FOR EACH ROW WHEN (OLD.is_cited)
    EXECUTE FUNCTION figures_of_suggestion();
CREATE TRIGGER figures_rule_changed AFTER UPDATE ON "suggestion_rule" FOR EACH ROW
    WHEN ((OLD.suggestion_id, OLD.rule_id, OLD.is_cited) IS DISTINCT FROM (NEW.suggestion_id, NEW.rule_id, NEW.is_cited))
    EXECUTE FUNCTION figures_of_suggestion();

CREATE FUNCTION figures_ticket() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN PERFORM figures_changed(OLD.created_at); END IF;
    IF TG_OP <> 'DELETE' THEN PERFORM figures_changed(NEW.created_at); END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER figures_ticket_in_out AFTER INSERT OR DELETE ON "ticket"
    FOR EACH ROW EXECUTE FUNCTION figures_ticket();
CREATE TRIGGER figures_ticket_changed AFTER UPDATE OF created_at, first_replied_at ON "ticket" FOR EACH ROW
    WHEN ((OLD.created_at, OLD.first_replied_at) IS DISTINCT FROM (NEW.created_at, NEW.first_replied_at))
    EXECUTE FUNCTION figures_ticket();
