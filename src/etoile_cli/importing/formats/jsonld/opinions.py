"""What others say of a show and show of it: reviews, scores, awards, trailers and pictures."""

import re
from typing import Any

from etoile_cli.catalogue.enumerations import ReceptionKind, TrailerUrlKind
from etoile_cli.catalogue.vocabulary import is_web_address
from etoile_cli.importing.formats.jsonld.graph import Thing
from etoile_cli.importing.formats.jsonld.once import Once
from etoile_cli.importing.formats.jsonld.people import is_no_person
from etoile_cli.importing.formats.jsonld.readings import day, languages, names, prose, quoted, text, text_of, texts
from etoile_cli.importing.intake.intake import Intake, Record

_NUMBER = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,6})?")

# What plays a list, or whatever is live, has no id of a video there.
_EMBEDDED = re.compile(
    r"https?://(?:www\.)?youtube(?:-nocookie)?\.com/embed/(?!videoseries\b|live_stream\b)([A-Za-z0-9_-]{11})/?(?:[?#].*)?"
)


def put_reviews(show: Thing, intake: Intake, once: Once) -> None:
    """Put the reviews into the reception; of one that has no text, what it rates the show."""
    for review in show.things("review", "reviews"):
        review.drop("itemReviewed")
        _put_review(review, intake, once)


def _put_review(review: Thing, intake: Intake, once: Once) -> None:
    outlet = _outlet(review)
    what = f"review of {quoted(outlet)}" if outlet else "a review"
    words = prose(review, "abstract", "reviewBody", "description")
    verdict: Record = {}
    values: Record = {
        "outlet": outlet,
        "kind": ReceptionKind.REVIEW.value,
        "date": day(review, intake, f"date of the {what}", "datePublished", "dateCreated"),
        "url": next(iter(review.take("url", _web_address, most=1)), ""),
    }
    if not outlet:
        intake.leave_out(what, "names nobody who says it")
        return
    intake.put_prose(verdict, "verdict", words)
    if verdict:
        once.add("reception", values | verdict)["verdict"] = verdict["verdict"]
    elif score := next(filter(None, map(_score, review.things("reviewRating"))), ""):
        once.add("reception", values | {"kind": ReceptionKind.SCORE.value, "verdict": score})
    elif not words:
        intake.leave_out(what, "has neither words nor a score")


def _outlet(review: Thing) -> str:
    """Take who says a review: an organisation, as its author or its publisher, else a person; others stay."""

    def organisation(value: Any) -> str | None:
        author = review.thing(value)
        return text(author, "name") or None if author and is_no_person(author) else None

    return next(
        iter(
            review.take("author", organisation, most=1)
            or names(review, "publisher", most=1)
            or names(review, "author", most=1)
        ),
        "",
    )


def put_score(show: Thing, outlet: str, url: str, once: Once) -> None:
    """Put the score that the page gives into the reception, if it is known whose page it is."""
    for rating in show.things("aggregateRating") if outlet else ():
        if score := _score(rating):
            kind = ReceptionKind.SCORE.value
            once.add("reception", {"outlet": outlet, "kind": kind, "verdict": score, "url": url})


def put_trailers(show: Thing, intake: Intake, once: Once) -> None:
    """Put the trailers into their section."""
    for video in show.things("trailer"):
        page = _page(video)
        address = page or next(
            (each for key in ("embedUrl", "contentUrl") for each in video.take(key, _web_address)), ""
        )
        title = text(video, "name")
        what = f"trailer {quoted(title)}" if title else "a trailer"
        values: Record = {
            "title": title,
            "url": address,
            "url_kind": TrailerUrlKind.PAGE.value if page else "",
            "language": next(iter(languages(video, intake, "inLanguage")), ""),
            "published": day(video, intake, f"date of the {what}", "datePublished", "uploadDate"),
        }
        if values["published"]:
            video.take("uploadDate", text_of)
        if title and address:
            once.add("trailers", values)
        else:
            intake.leave_out(what, "has no address" if title else "has no title")


def _page(video: Thing) -> str:
    """Take the address of the page of a video, empty if it has none; where it is embedded from may say it again."""
    url = next(iter(video.take("url", _web_address, most=1)), "")
    page = _own_page(url) or url or next(iter(video.take("embedUrl", _own_page, most=1)), "")
    video.take("embedUrl", lambda value: _own_page(value) == page or None if page else None)
    return page


def put_images(show: Thing, intake: Intake, once: Once) -> None:
    """Put the pictures that name whom to credit into their section, and count the others."""
    others = len(show.take("image", text_of))
    for image in show.things("image"):
        values: Record = {
            "title": text(image, "name", "caption"),
            "credit": next(iter(names(image, "creditText", "creator")), ""),
            "url": next(iter(image.take("contentUrl", _web_address) or image.take("url", _web_address)), ""),
            "licence": text(image, "license"),
        }
        if all(values[key] for key in ("title", "credit", "url")):
            once.add("images", values)
        else:
            others += 1
    if others:
        what = "a picture" if others == 1 else f"{others} pictures"
        intake.leave_out(what, "nobody to credit is named, or no title")


def leave_out_awards(show: Thing, intake: Intake) -> None:
    """Tell of the awards, each of which is a line of words."""
    awards = texts(show, "award", "awards")
    if awards:
        what = f"award {quoted(awards[0])}" if len(awards) == 1 else f"{len(awards)} awards"
        intake.leave_out(what, "in words, which don't say apart what was won, for what, and by whom")


def _score(rating: Thing) -> str:
    """Take a score together with the best that there can be; empty if either is missing."""
    of_rating = _number(rating.node.get("ratingValue")), _number(rating.node.get("bestRating"))
    if not all(of_rating):
        return ""
    rating.drop("ratingValue", "bestRating", "worstRating", "itemReviewed")
    return "/".join(of_rating)


def _number(value: Any) -> str:
    written = f"{value:g}" if isinstance(value, float) else text_of(value) or ""
    return written if _NUMBER.fullmatch(written) else ""


def _own_page(value: Any) -> str | None:
    """Return the page of a video by the address under which other pages embed it, if that is known to be YouTube's."""
    found = _EMBEDDED.fullmatch(text_of(value) or "")
    return f"https://www.youtube.com/watch?v={found[1]}" if found else None


def _web_address(value: Any) -> str | None:
    address = text_of(value)
    return address if address and is_web_address(address) else None
