"""The routine: the guide's sets and ranges, rest, and weekly sets."""

from decimal import Decimal

from django.test import Client

from tests.pages.reading import Page
from workouts.accounts.models import User
from workouts.routines.models import Prescription, Routine
from workouts.routines.queries import coverage, dose_of, routine_page, weekly_volume


def test_five_exercises_seventeen_sets_sixteen_rests(client: Client, content: None) -> None:
    page = Page(client.get("/routines/leg-day/"))
    assert "17 working sets 40 min in 16 rests between them" in page.text
    rows = (
        "1 Barbell squat 4 × 8–10 3:00 rest Quadriceps Hamstrings Glutes Core",
        "2 Romanian deadlift 4 × 8–10 3:00 rest Hamstrings Glutes",
        "3 Leg press 3 × 10–12 2:30 rest Quadriceps Hamstrings Glutes",
        "4 Walking lunge 3 × 20 steps 2:00 rest Quadriceps Hamstrings Glutes Calves",
        "5 Calf raise 3 × 12–15 1:15 rest Calves",
    )
    assert " ".join(rows) in page.text
    assert "20 steps are 10 each leg, and one set" in page.text


def test_weekly_sets_for_two_and_three_sessions(client: Client, content: None) -> None:
    text = Page(client.get("/routines/leg-day/")).text
    two, three = text[text.index("2 sessions a week") :].split("3 sessions a week")
    for words in (
        "Quadriceps 20 well supported",
        "Hamstrings 11 well supported",
        "Glutes 25 high",
        "Calves 6 moderate",
    ):
        assert words in two
    for words in ("Quadriceps 30 high", "Hamstrings 16.5 well supported", "Glutes 37.5 high", "Calves 9 moderate"):
        assert words in three
    assert "It works in 22 sets a week" in two
    assert "It works in 33 sets a week" in three


def test_where_guide_and_count_differ_lines_say_so(client: Client, content: None) -> None:
    text = Page(client.get("/routines/leg-day/")).text
    for name in ("Barbell squat. The guide names", "Leg press. The guide names", "Walking lunge. The guide names"):
        assert name in text


def test_a_bar_beyond_the_scale_ends_open(content: None) -> None:
    page = routine_page("leg-day")
    assert page is not None
    [_, three] = weekly_volume(page.rows)
    glutes = next(line for line in three.groups if line.group.slug == "glutes")
    assert (glutes.value, glutes.percent, glutes.over) == ("37.5", Decimal("100.0"), True)


def test_half_sets_are_shown_as_halves(content: None) -> None:
    page = routine_page("leg-day")
    assert page is not None
    lunge = 3
    assert [line.shares[lunge] for line in coverage(page.rows)] == ["1", "0.5", "1", "0"]


def test_start_names_the_routine(client: Client, content: None) -> None:
    assert "/train/new/?routine=leg-day" in Page(client.get("/routines/leg-day/")).links()
    assert "/train/new/?routine=leg-day" in Page(client.get("/routines/")).links()


def test_a_lifter_s_own_routine_is_not_public(client: Client, content: None, owner: User) -> None:
    Routine.objects.create(owner=owner, slug="my-legs", name="Secret legs")
    assert client.get("/routines/my-legs/").status_code == 404
    assert "Secret legs" not in Page(client.get("/routines/")).text


def test_a_routine_without_exercises_still_stands(client: Client, leg_day: Routine) -> None:
    Prescription.objects.filter(routine=leg_day).delete()
    assert "0 working sets" in Page(client.get("/routines/leg-day/")).text
    assert client.get("/routines/").status_code == 200


def test_no_routine_says_what_to_do(client: Client, db: None) -> None:
    assert "There is no routine here yet" in Page(client.get("/routines/")).text
    assert client.get("/routines/leg-day/").status_code == 404


def test_another_lifter_s_copy_does_not_change_the_dose(leg_day: Routine, owner: User) -> None:
    squat = leg_day.prescriptions.get(position=leg_day.prescriptions.order_by("position")[0].position).exercise
    copy = Routine.objects.create(owner=owner, slug="my-copy", name="Copy")
    Prescription.objects.create(routine=copy, exercise=squat, sets=9, low=1, high=2)
    dose = dose_of(squat)
    assert dose is not None
    assert (dose.row.number, dose.row.prescription.sets, dose.row.range) == (1, 4, "8–10")


def test_seconds_and_sides_say_their_unit(client: Client, leg_day: Routine) -> None:
    Prescription.objects.filter(exercise__slug="leg-press").update(rep_style="seconds", low=20, high=40)
    Prescription.objects.filter(exercise__slug="calf-raise").update(rep_style="per_side", low=8, high=8)
    text = Page(client.get("/routines/leg-day/")).text
    assert "3 × 20–40 s" in text
    assert "3 × 8 per side" in text


def test_the_bars_have_their_length_in_every_language(client: Client, content: None) -> None:
    """A German comma in an attribute is no length, and the bar is not drawn."""
    lengths = [
        [values["width"] for values in Page(client.get(path)).all("rect") if "width" in values]
        for path in ("/routines/leg-day/", "/de/routines/leg-day/")
    ]
    assert "66.7%" in lengths[0]
    assert lengths[0] == lengths[1]
