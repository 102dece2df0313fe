import pytest

from newsreader.sources.language import guess_language

SAMPLES = {
    "en": "The council of the town has voted to close the bridge, and it will not open before.",
    "de": "Der Rat der Stadt hat beschlossen, die Brücke zu schließen, und sie wird nicht vor dem",
    "fr": "Le conseil de la ville a décidé de fermer le pont, et il ne sera pas ouvert avant une",
    "es": "El consejo de la ciudad ha decidido cerrar el puente, y no se abrirá antes de que los",
    "it": "Il consiglio della città ha deciso di chiudere il ponte, che non sarà aperto per una",
    "nl": "De raad van de stad heeft besloten de brug te sluiten, en die wordt niet voor het jaar",
    "pl": "Rada miasta zdecydowała się na zamknięcie mostu i nie zostanie on otwarty do końca, jak",
    "el": "Το συμβούλιο της πόλης αποφάσισε να κλείσει τη γέφυρα",
    "ja": "市議会は橋を閉鎖することを決めました。",
    "ko": "시의회는 다리를 폐쇄하기로 결정했다.",
    "he": "מועצת העיר החליטה לסגור את הגשר",
}


@pytest.mark.parametrize("code", SAMPLES)
def test_a_few_sentences_tell_their_language(code: str) -> None:
    assert guess_language(SAMPLES[code]) == code


@pytest.mark.parametrize("text", ["", "Kyiv", "lorem ipsum dolor sit amet " * 9, "1 2 3 4 " * 20])
def test_what_is_unclear_is_none(text: str) -> None:
    assert guess_language(text) is None
