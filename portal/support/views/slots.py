"""Slots: a consultant opens them, anybody books one, either cancels, the consultant says held."""

from flask import Response, flash, g, request, url_for

from portal.support import operations, policies, queries
from portal.support.forms import BookForm, CancelForm, SlotForm
from portal.support.models import Consultation, ConsultationSlot
from portal.support.views.blueprint import support
from portal.web import days
from portal.web.guard import guard
from portal.web.lists import page_of
from portal.web.numbers import counted
from portal.web.pages import conflict, done, elsewhere, show


@support.route("/consultation-slots", methods=["GET", "POST"])
@guard(policies.open_slots)
def open_slots() -> Response:
    """My slots with who booked them, what is to be said of past ones, and opening new ones."""
    form = SlotForm()
    if form.is_submitted() and form.validate():
        try:
            opened = operations.open_slots(g.person, **form.said())
        except operations.SlotNotPossibleError as refused:
            form.meets_on.errors = [str(refused)]
        else:
            return done(url_for(".open_slots"), _said(opened))
    coming, after = queries.coming_slots(g.person), request.args.get("after")
    page = page_of(coming, keys=queries.BY_TIME, after=after)
    to_settle = queries.to_settle(g.person)
    return show("support/open_slots.html", form=form, page=page, to_settle=to_settle)


@support.post("/consultation-slots/<uuid:slot_id>/withdrawal")
@guard(policies.withdraw_slot, slot=ConsultationSlot)
def withdraw_slot(slot: ConsultationSlot) -> Response:
    """Take a slot back that nobody has booked."""
    try:
        operations.withdraw_slot(g.person, slot)
    except operations.SlotNotFreeError:
        flash("Somebody has booked this slot. Cancel it with a sentence for them.")
        return elsewhere(url_for(".open_slots"))
    return done(url_for(".open_slots"), f"Taken back: {slot.when.words}.")


@support.route("/consultation-slots/<uuid:slot_id>/booking", methods=["GET", "POST"])
@guard(policies.book_slot, slot=ConsultationSlot)
def book_slot(slot: ConsultationSlot) -> Response:
    """Book a slot for a kind of help; where somebody was quicker, what is free is offered."""
    form = BookForm()
    if request.method == "GET":
        if not queries.is_free_for(g.person, slot):
            return _taken(slot, status=200)
        return show("support/book_slot.html", slot=slot, form=form)
    if not form.validate():
        return show("support/book_slot.html", slot=slot, form=form)
    try:
        booked = operations.book_slot(g.person, slot, form.kind.data)
    except operations.SlotNotFreeError:
        return _taken(slot, status=409)
    return done(url_for(".consultation", consultation_id=booked.id), "Booked.")


@support.get("/consultations")
@guard(policies.see_consultations)
def consultations() -> Response:
    """What I booked: to come, and before."""
    booked, after = queries.booked_by(g.person), request.args.get("after")
    page = page_of(booked, keys=queries.BY_DAY, after=after, descending=True)
    return show("support/consultations.html", page=page)


@support.get("/consultations/<uuid:consultation_id>")
@guard(policies.see_consultation, hidden=True, consultation=Consultation)
def consultation(consultation: Consultation) -> Response:
    """One consultation, for its two."""
    return show("support/consultation.html", consultation=consultation)


@support.route("/consultations/<uuid:consultation_id>/cancellation", methods=["GET", "POST"])
@guard(policies.cancel_consultation, hidden=True, consultation=Consultation)
def cancel_consultation(consultation: Consultation) -> Response:
    """Cancel it, with a sentence for the other."""
    form = CancelForm(data={"version": consultation.version})
    page = "support/cancel_consultation.html"
    if form.is_submitted() and form.validate():
        if form.is_stale(consultation):
            return conflict(page, over=consultation, form=form, consultation=consultation)
        operations.cancel_consultation(g.person, consultation, form.because.data)
        return done(_page_of(consultation), "It is cancelled.")
    return show(page, form=form, consultation=consultation)


@support.post("/consultations/<uuid:consultation_id>/holding")
@guard(policies.hold_consultation, hidden=True, consultation=Consultation)
def hold_consultation(consultation: Consultation) -> Response:
    """Say that it was held."""
    operations.hold_consultation(g.person, consultation)
    minutes = counted(consultation.slot.minutes, "minute", "minutes")
    return done(url_for(".open_slots"), f"Held: {minutes} with {consultation.booker.name}.")


def _taken(slot: ConsultationSlot, *, status: int) -> Response:
    free = queries.free_slots(slot.consultant)
    return show("support/slot_is_taken.html", slot=slot, free=free, status=status)


def _page_of(consultation: Consultation) -> str:
    return url_for(".consultation", consultation_id=consultation.id)


def _said(opened: operations.Opened) -> str:
    number = counted(len(opened.slots), "slot is", "slots are")
    first = days.in_words(opened.slots[0].meets_on)
    left_out = (f"Left out: {each}." for each in opened.left_out)
    return " ".join([f"{number} open, the first on {first}.", *left_out])
