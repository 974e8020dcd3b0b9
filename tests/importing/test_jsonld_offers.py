"""Where JSON-LD says that a show can be watched, what is shown of it, and what others say of it."""

import pytest

from tests.importing.documents import (
    DAY,
    left_in,
    left_out_of,
    records_of,
    series,
    taken_in,
)


def test_free_with_advertisements_is_an_offer_of_its_own() -> None:
    offer = {"category": "free", "description": "with advertisements", "offeredBy": "Quay", "eligibleRegion": "EARTH"}
    action = {"@type": "WatchAction", "expectsAcceptanceOf": offer | {"ineligibleRegion": ["KR", "x"]}}
    assert records_of("availability", potentialAction=action) == [
        {"service": "Quay", "offer": "ads", "regions": ["worldwide"], "except": ["KR"], "checked": DAY}
    ]


def test_a_trailer_without_a_page_has_the_address_of_the_video() -> None:
    video = {"name": "Teaser", "url": "/video/1", "contentUrl": "https://video.example.org/1.mp4", "inLanguage": "ga"}
    assert records_of("trailers", trailer=video) == [
        {"title": "Teaser", "url": "https://video.example.org/1.mp4", "language": "ga"}
    ]
    assert left_out_of(trailer=[{"name": "Teaser"}, {"url": "https://video.example.org/1"}]) == [
        'trailer "Teaser": has no address',
        "a trailer: has no title",
    ]


@pytest.mark.parametrize(
    ("addresses", "url", "kind"),
    [
        (
            {"embedUrl": "https://www.youtube.com/embed/a-b_cdefghi"},
            "https://www.youtube.com/watch?v=a-b_cdefghi",
            "page",
        ),
        (
            {"embedUrl": "http://www.youtube-nocookie.com/embed/a-b_cdefghi?start=3&rel=0"},
            "https://www.youtube.com/watch?v=a-b_cdefghi",
            "page",
        ),
        (
            {"url": "https://example.org/1", "embedUrl": "https://youtube.com/embed/a-b_cdefghi"},
            "https://example.org/1",
            "page",
        ),
        ({"url": "https://youtube.com/embed/a-b_cdefghi"}, "https://www.youtube.com/watch?v=a-b_cdefghi", "page"),
        (
            {"embedUrl": "https://www.youtube.com/embed/videoseries?list=x"},
            "https://www.youtube.com/embed/videoseries?list=x",
            None,
        ),
        ({"embedUrl": "https://example.org/embed/a-b_cdefghi"}, "https://example.org/embed/a-b_cdefghi", None),
    ],
)
def test_a_video_that_is_embedded_has_its_own_page(addresses: dict[str, str], url: str, kind: str | None) -> None:
    (record,) = records_of("trailers", trailer=addresses | {"name": "A"})
    assert (record["url"], record.get("url_kind")) == (url, kind)


def test_an_address_that_says_the_page_again_is_nothing_that_is_left() -> None:
    video = {"url": "https://www.youtube.com/watch?v=abcdefghijk", "embedUrl": "https://youtube.com/embed/abcdefghijk"}
    assert left_in(series(trailer=video | {"name": "A"})) == {}


PERSON, PAPER = {"@type": "Person", "name": "Ida Holm"}, {"@type": "Organization", "name": "The Gazette"}


RATING = {"@type": "Rating", "ratingValue": 4, "bestRating": 5}


@pytest.mark.parametrize(
    ("who", "outlet", "rest"),
    [
        ({"author": PERSON}, "Ida Holm", {}),
        ({"author": PERSON, "publisher": PAPER}, "The Gazette", {"review.author.name": 1}),
        ({"author": "Ida Holm", "publisher": PAPER}, "The Gazette", {"review.author": 1}),
        ({"author": PERSON, "publisher": {"@type": "Organization"}}, "Ida Holm", {}),
        ({"author": [PERSON, PAPER], "publisher": "Quay Nine"}, "The Gazette",
            {"review.author[].name": 1, "review.publisher": 1}),
    ],
)  # fmt: skip
def test_a_review_is_of_who_publishes_it(who: dict[str, object], outlet: str, rest: dict[str, int]) -> None:
    review = who | {"abstract": "Good."}
    assert [each["outlet"] for each in records_of("reception", review=review)] == [outlet]
    assert left_in(series(review=review)) == rest


def test_the_rating_of_a_review_is_a_score_unless_its_words_are_wanted() -> None:
    review = {"author": PAPER, "reviewBody": "Good.", "reviewRating": RATING}
    intake = taken_in(series(review=review))
    assert intake.sections["reception"] == [{"outlet": "The Gazette", "kind": "score", "verdict": "4/5"}]
    assert (intake.texts_left.total(), intake.left_out) == (1, [])
    assert records_of("reception", review=review) == [{"outlet": "The Gazette", "kind": "review", "verdict": "Good."}]
    assert left_in(series(review=review)) == {
        "review.reviewRating.bestRating": 1,
        "review.reviewRating.ratingValue": 1,
    }
    wordy = taken_in(series(review={"author": PAPER, "reviewBody": "Good."}))
    assert (wordy.sections.get("reception"), wordy.texts_left.total(), wordy.left_out) == (None, 1, [])


def test_a_score_of_nobody_known_is_no_verdict() -> None:
    rating = {"ratingValue": 4, "bestRating": 5}
    assert records_of("reception", aggregateRating=rating) == []
    assert records_of("reception", url="https://quay.example.org/", aggregateRating=rating) == []
