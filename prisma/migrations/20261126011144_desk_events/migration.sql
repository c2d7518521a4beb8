-- CreateTable
CREATE TABLE "desk_event" (
    "id" BIGSERIAL NOT NULL,
    "payload" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "desk_event_pkey" PRIMARY KEY ("id")
);

-- Prisma's schema does not speak of functions. The row and its announcement are one expression, so that any statement can end with it; the number
-- that the announcement begins with is where an open page goes on after a break.
CREATE FUNCTION "publish_event"(text) RETURNS void LANGUAGE sql AS $$
  WITH "event" AS (INSERT INTO "desk_event" ("payload") VALUES ($1) RETURNING "id")
  SELECT pg_notify('deskhand', "event"."id" || ' ' || $1) FROM "event"
$$;
