"""SVG elements: names, numbers and text as a browser wants them."""

from api.pages.charts.svg import element, text_lines, write_key, write_svg


def test_text_between_elements_keeps_its_place() -> None:
    assert write_svg(element("text", "a", element("tspan", "b"), "c")) == "<text>a<tspan>b</tspan>c</text>"


def test_text_and_attributes_are_escaped() -> None:
    written = write_svg(element("text", "<b> & c", href='"><script>'))
    assert written == '<text href="&quot;&gt;&lt;script&gt;">&lt;b&gt; &amp; c</text>'


def test_numbers_have_at_most_one_decimal() -> None:
    assert write_svg(element("rect", x=2.0, y=1 / 3)) == '<rect x="2" y="0.3" />'


def test_a_name_that_is_a_word_of_python_has_a_bar_after_it() -> None:
    assert write_svg(element("g", class_="a", stroke_width=2)) == '<g class="a" stroke-width="2" />'


def test_a_long_text_goes_on_below() -> None:
    # 10 units high, so 5.2 wide a letter: 52 units hold ten letters
    lines = text_lines("ett tva tre fyra", 5, 20, 52, 10)
    assert [(line.text, line.get("x"), line.get("y")) for line in lines] == [
        ("ett tva", "5", "20"),
        ("tre fyra", "5", "33"),
    ]


def test_a_key_is_nothing_for_a_screen_reader() -> None:
    assert 'aria-hidden="true"' in write_key(element("circle", r=3))
