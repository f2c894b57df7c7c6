"""The search box over exercises and questions."""

from django import forms

from workouts.catalogue.forms import SearchField


class SearchForm(forms.Form):
    q = SearchField()
