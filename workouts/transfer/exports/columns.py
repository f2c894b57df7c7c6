"""The columns of our CSV, in their order. Each says which field of workout, exercise or set it holds, by the names
that the JSON has too. Twin: docs/exports.md, which a test holds against this."""

WORKOUT = {
    "workout_id": "id",
    "day": "day",
    "time_zone": "zone",
    "utc_offset": "utc_offset",
    "started_at": "started_at",
    "finished_at": "finished_at",
    "routine": "routine",
    "workout_title": "title",
    "workout_note": "note",
}
EXERCISE = {
    "exercise_id": "id",
    "exercise": "name",
    "exercise_slug": "exercise",
    "exercise_position": "position",
    "superset": "superset",
    "pain": "pain",
    "deload": "deload",
    "exercise_note": "note",
    "rep_style": "rep_style",
    "prescribed": "prescribed",
    "planned_sets": "sets",
    "planned_low": "low",
    "planned_high": "high",
    "planned_rest_seconds": "rest_seconds",
    "planned_rir": "target_rir",
}
SET = {
    "set_id": "id",
    "set_position": "position",
    "set_kind": "kind",
    "load_mode": "load_mode",
    "weight": "weight",
    "weight_unit": "unit",
    "reps": "reps",
    "left_reps": "left",
    "right_reps": "right",
    "seconds": "seconds",
    "rir": "rir",
    "rpe": "rpe",
    "set_note": "note",
}
HEADER = (*WORKOUT, *EXERCISE, *SET)
# Written on the first row of their workout or exercise alone: they may be long, and sets are many.
ONCE = {"workout_note", "exercise_note"}
# What a person has typed, or named.
TEXTS = {"routine", "workout_title", "workout_note", "exercise", "exercise_note", "set_note", "time_zone"}
