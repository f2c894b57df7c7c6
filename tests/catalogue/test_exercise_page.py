"""One exercise: the guide's facts, roles, dose, swaps; all five of the routine."""

from django.test import Client

from tests.pages.reading import Page
from workouts.catalogue.models import Equipment, Exercise
from workouts.catalogue.queries import exercise_page

FIVE = {
    "barbell-squat": ("4 × 8–10", "3:00", ["Quadriceps", "Hamstrings", "Glutes", "Core"]),
    "romanian-deadlift": ("4 × 8–10", "3:00", ["Hamstrings", "Glutes"]),
    "leg-press": ("3 × 10–12", "2:30", ["Quadriceps", "Hamstrings", "Glutes"]),
    "walking-lunge": ("3 × 20 steps", "2:00", ["Quadriceps", "Hamstrings", "Glutes", "Calves"]),
    "calf-raise": ("3 × 12–15", "1:15", ["Calves"]),
}


def test_the_guide_s_numbers_and_targets(client: Client, content: None) -> None:
    for slug, (dose, rest, targets) in FIVE.items():
        page = Page(client.get(f"/exercises/{slug}/"))
        assert f"{dose} sets × " in page.text
        assert f"{rest} rest" in page.text
        assert f"What works {' '.join(targets)} " in page.text
        assert page.all("div", class_=f"field {targets[0].lower()}")


def test_lunge_steps_are_per_leg(client: Client, content: None) -> None:
    assert "sets × steps, 10 each leg" in Page(client.get("/exercises/walking-lunge/")).text


def test_roles_in_the_table_and_in_the_drawing(client: Client, content: None) -> None:
    page = Page(client.get("/exercises/barbell-squat/"))
    assert "Vastus lateralis, Vastus medialis, Vastus intermedius drives" in page.text.replace(" ,", ",")
    assert "Rectus femoris helps" in page.text
    assert "Core steadies" in page.text
    states = [values["class"].split() for values in page.all("g") if "muscle" in values.get("class", "")]
    assert ["muscle", "quadriceps", "is-lead"] in states
    assert ["muscle", "quadriceps", "is-help"] in states
    assert ["muscle", "hamstrings", "is-steady"] in states


def test_where_guide_and_count_differ_a_line_says_so(client: Client, content: None) -> None:
    for slug in ("barbell-squat", "leg-press", "walking-lunge"):
        note = Exercise.objects.get(slug=slug).volume_note
        assert note
        assert note in Page(client.get(f"/exercises/{slug}/")).text


def test_steps_cues_mistakes_and_safety(client: Client, content: None) -> None:
    page = Page(client.get("/exercises/romanian-deadlift/"))
    assert len([one for one in page.all("li") if one.get("id", "").startswith("step-")]) >= 4
    steps = page.of_type("HowTo")["step"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    for words in ("Keep", "Avoid", "neutral spine, a braced core", "Stop on sharp pain, numbness or dizziness"):
        assert words in page.text


def test_swaps_by_reason_with_why(client: Client, content: None) -> None:
    page = Page(client.get("/exercises/barbell-squat/"))
    for reason in ("No barbell", "Knee says no", "Lower back says no", "At home, no kit", "New to it"):
        assert reason in page.text
    assert "/exercises/goblet-squat/" in page.links()
    assert "drop any swap that hurts" in page.text


def test_neighbours_in_the_routine_and_own_history(client: Client, content: None) -> None:
    page = Page(client.get("/exercises/leg-press/"))
    assert page.all("a", rel="prev")[0]["href"] == "/exercises/romanian-deadlift/"
    assert page.all("a", rel="next")[0]["href"] == "/exercises/walking-lunge/"
    assert "/progress/leg-press/" in page.links()


def test_an_exercise_outside_the_routine_has_no_dose(client: Client, content: None) -> None:
    page = Page(client.get("/exercises/seated-leg-curl/"))
    assert not page.all("div", class_="b dose")
    assert page.all("div", class_="field hamstrings")
    assert "Kind Isolation: one joint" in page.text


def test_what_to_do_comes_before_what_works(client: Client, content: None) -> None:
    headings = [words for level, words in Page(client.get("/exercises/barbell-squat/")).headings if level == 2]
    assert headings == ["How to do it", "Watch for", "What works", "Do this instead"]


def test_every_exercise_leads_on(client: Client, content: None) -> None:
    """The first, the last and those outside the routine: none is a dead end."""
    for slug, ways in {
        "barbell-squat": ["/exercises/", "/exercises/romanian-deadlift/"],
        "calf-raise": ["/exercises/walking-lunge/", "/routines/leg-day/"],
        "seated-leg-curl": ["/exercises/", "/routines/leg-day/"],
    }.items():
        elements = Page(client.get(f"/exercises/{slug}/")).elements
        foot = elements.index(("nav", {"class": "neighbours", "aria-label": "Leg day"}))
        assert [values["href"] for tag, values in elements[foot:] if tag == "a"][:2] == ways, slug


def test_equipment_comes_in_its_order_or_not_at_all(content: None) -> None:
    squat = exercise_page("barbell-squat")
    assert squat is not None
    assert squat.equipment == ["Barbell", "Rack"]
    Exercise.objects.get(slug="barbell-squat").equipment.clear()
    bare = exercise_page("barbell-squat")
    assert bare is not None
    assert bare.equipment == []


def test_a_changed_name_shows_at_the_next_request(client: Client, content: None) -> None:
    etag = client.get("/exercises/barbell-squat/").headers["ETag"]
    rack = Equipment.objects.get(slug="rack")
    rack.name = "Power rack"
    rack.save()
    response = client.get("/exercises/barbell-squat/", headers={"if-none-match": etag})
    assert "Power rack" in Page(response).text


def test_what_is_not_there_is_not_found(client: Client, db: None) -> None:
    for slug in ("no-such-exercise", "my-press", "x" * 300, "SQUAT", "a%00b"):
        assert client.get(f"/exercises/{slug}/").status_code == 404
