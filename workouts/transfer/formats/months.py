"""Names of months in the languages that apps export in, whole or cut short: `Sept.`, `mai`, `févr.`, `9월`.

Traps: a dot after the short form, or none; `jui` is June or July. Only beginnings that mean one month in all of the
languages are known, and none under three letters.
"""

import re
import unicodedata
from functools import cache

_NAMES = {
    "en": "january february march april may june july august september october november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
# Short forms that are no beginning of the whole word.
_SHORT = {"mrz": 3, "mrt": 3, "čvn": 6, "čvc": 7, "juil": 7, "июнь": 6, "июль": 7}
_NUMBERED = re.compile(r"([0-9]{1,2}) ?(?:월|月)")
SHORTEST = 3


def month(text: str) -> int | None:
    """1 to 12, or None for what is no month."""
    word = unicodedata.normalize("NFC", text).casefold().strip(" .")
    numbered = _NUMBERED.fullmatch(word)
    if numbered:
        return int(numbered[1])
    return _beginnings().get(word)


@cache
def _beginnings() -> dict[str, int]:
    meant: dict[str, set[int]] = {}
    for names in _NAMES.values():
        for number, name in enumerate(names.split(), start=1):
            for end in range(SHORTEST, len(name) + 1):
                meant.setdefault(name[:end], set()).add(number)
    return {word: numbers.pop() for word, numbers in meant.items() if len(numbers) == 1} | _SHORT
