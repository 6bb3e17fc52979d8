-- A score sheet refers to its evaluator's declaration of no conflict; without one the database
-- rejects it. In SQL, because Django models have no composite foreign keys.
ALTER TABLE selection_scoresheet
    DROP CONSTRAINT IF EXISTS score_sheet_needs_a_declaration,
    ADD CONSTRAINT score_sheet_needs_a_declaration
        FOREIGN KEY (application_id, evaluator_id, has_conflict)
        REFERENCES selection_declaration (application_id, person_id, has_conflict);
