from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("workouts", "0008_long_imports"),
    ]

    operations = [
        migrations.AlterField(
            model_name="performedexercise",
            name="top_reps",
            field=models.PositiveIntegerField(editable=False, null=True),
        ),
    ]
