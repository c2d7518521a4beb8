-- What is counted of days that are over does not know these; the days are counted once more, when somebody looks.
DELETE FROM "figure_day";

-- AlterTable
ALTER TABLE "figure_draft" ADD COLUMN     "edited_known" INTEGER NOT NULL,
ADD COLUMN     "edited_share" DOUBLE PRECISION NOT NULL;

-- AlterTable
ALTER TABLE "figure_outcome" ADD COLUMN     "edited_known" INTEGER NOT NULL,
ADD COLUMN     "edited_share" DOUBLE PRECISION NOT NULL;

-- AlterTable
ALTER TABLE "figure_rule" ADD COLUMN     "edited_known" INTEGER NOT NULL,
ADD COLUMN     "edited_share" DOUBLE PRECISION NOT NULL;
