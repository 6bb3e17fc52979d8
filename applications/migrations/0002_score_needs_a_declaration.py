"""A score sheet refers to its evaluator's declaration of NO conflict: without one the database takes no score."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("applications", "0001_initial")]
    operations = [
        migrations.RunSQL(
            """
            ALTER TABLE applications_scoresheet ADD CONSTRAINT score_sheet_needs_a_declaration
                FOREIGN KEY (application_id, evaluator_id, has_conflict)
                REFERENCES applications_declaration (application_id, person_id, has_conflict);
            """,
            "ALTER TABLE applications_scoresheet DROP CONSTRAINT score_sheet_needs_a_declaration;",
        )
    ]
