"""What each picture of an exercise shows, in words: captions to translate, and what a screen reader says."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    start: str
    end: str


POSITIONS = {
    "barbell-squat": Words(
        "Standing, the bar across the upper back.", "Thighs parallel to the ground, whole foot down."
    ),
    "romanian-deadlift": Words(
        "Standing, the bar before the thighs.", "Hips back, back straight, the bar at the shins."
    ),
    "leg-press": Words("Legs extended, the back on the pad.", "Knees bent, the back still on the pad."),
    "walking-lunge": Words(
        "Striding into the next step.", "Both knees at 90 degrees, the rear one close to the floor."
    ),
    "calf-raise": Words("Heels below the edge of the step.", "Up on the balls of the feet."),
    "box-squat": Words("Standing in front of the box.", "Hips back, the box just touched."),
    "bulgarian-split-squat": Words(
        "The rear foot on the bench.", "Straight down, the front thigh parallel to the ground."
    ),
    "cable-pull-through": Words("Standing tall, the cable from behind.", "Hips back, the rope between the legs."),
    "front-squat": Words("The bar on the front of the shoulders.", "Sitting deep, the trunk upright, elbows high."),
    "glute-bridge": Words("On the back, heels close to the hips.", "Knees, hips and shoulders in one line."),
    "goblet-squat": Words("Standing, the weight at the breastbone.", "Sitting between the heels, the trunk upright."),
    "good-morning": Words("Standing, the bar across the upper back.", "Hips back, the trunk above horizontal."),
    "hack-squat": Words("Legs nearly straight, the back on the pad.", "Low, hips and back on the pad."),
    "hip-abduction": Words("Seated, knees together, pads outside.", "Knees apart, the trunk still."),
    "hip-adduction": Words("Seated, knees apart, pads inside.", "Knees together, hips on the seat."),
    "hip-thrust": Words("Shoulder blades on the bench, hips low.", "Thighs and trunk in one line, shins vertical."),
    "leg-extension": Words("Knees bent, the pad above the ankles.", "Knees straight, hips on the seat."),
    "lying-leg-curl": Words("Face down, legs straight.", "Heels towards the seat, hips down."),
    "nordic-curl": Words("Kneeling tall, the ankles held.", "Falling slowly, straight from knees to shoulders."),
    "reverse-lunge": Words("Standing tall.", "A long step back, the rear knee close to the floor."),
    "seated-calf-raise": Words("Heels low, the pad above the knees.", "Heels high, the balls of the feet on the edge."),
    "seated-leg-curl": Words("Legs straight, the thighs held down.", "Heels pulled down and back."),
    "single-leg-romanian-deadlift": Words("On one leg, knee soft.", "Trunk and free leg in one line."),
    "sissy-squat": Words(
        "On the balls of the feet, one hand on a post.", "Knees forward; knees, hips and shoulders in one line."
    ),
    "smith-machine-squat": Words(
        "Feet a little ahead of the bar.", "Thighs parallel to the ground, the bar above its stops."
    ),
    "split-squat": Words("A long stance, the rear heel lifted.", "Straight down, the rear knee close to the floor."),
    "standing-calf-raise": Words(
        "On one leg, the heel below the edge.", "High on the ball of the foot, the knee straight."
    ),
    "step-up": Words("One whole foot on the box.", "Standing tall on the box."),
    "trap-bar-deadlift": Words(
        "Hips and knees bent, back straight, both handles held.", "Standing tall, the arms straight."
    ),
}
