"""What holds in every network, made up or kept."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from netkeeper.demo.network import DemoNetwork
from netkeeper.domain.interactions.interaction import Interaction
from netkeeper.domain.language.values import normal_field
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.names import check_name
from netkeeper.domain.promises.follow_up import FollowUp, Status


def assert_consistent(network: DemoNetwork, today: date) -> None:
    """Fail where something in a network contradicts something else in it, or lies in the future."""
    ids = [contact.id for contact in network.contacts]
    ids += [interaction.id for interaction in network.interactions]
    ids += [followup.id for followup in network.followups]
    assert len(set(ids)) == len(ids)
    assert all(len(each) == 15 and each.isdigit() and each[0] != "0" for each in ids)

    created_on = {contact.id: _day(contact.created) for contact in network.contacts}
    met_on: dict[str, list[date]] = defaultdict(list)
    for interaction in network.interactions:
        _assert_interaction(interaction, created_on, today)
        for contact_id in interaction.contact_ids:
            met_on[contact_id].append(interaction.on)
    for contact in network.contacts:
        _assert_contact(contact, met_on[contact.id], created_on, today)
    for followup in network.followups:
        _assert_followup(followup, created_on, today)


def _assert_interaction(interaction: Interaction, created_on: dict[str, date], today: date) -> None:
    assert interaction.contact_ids
    assert len(set(interaction.contact_ids)) == len(interaction.contact_ids)
    assert all(created_on[contact_id] <= interaction.on for contact_id in interaction.contact_ids), interaction
    assert interaction.on <= _day(interaction.created) < today
    assert interaction.feeling is None or 1 <= interaction.feeling <= 5


def _assert_contact(contact: Contact, met_on: list[date], created_on: dict[str, date], today: date) -> None:
    assert check_name(contact.name) == contact.name
    assert contact.first_on == min(met_on, default=None), contact.name
    assert contact.last_on == max(met_on, default=None), contact.name
    assert contact.created <= contact.updated
    assert _day(contact.updated) < today

    moves = [change.on for change in contact.ladder]
    assert moves == sorted(moves)
    assert created_on[contact.id] <= moves[0]
    assert moves[-1] < today
    assert contact.ladder[-1].step is contact.step

    assert contact.via != contact.id
    assert not contact.via.isdigit() or contact.via in created_on
    assert [normal_field(field) for field in contact.fields] == list(contact.fields)


def _assert_followup(followup: FollowUp, created_on: dict[str, date], today: date) -> None:
    made_on = _day(followup.created)
    assert created_on[followup.contact_id] <= made_on < today, followup
    assert made_on <= followup.due_on, followup
    assert (followup.closed_on is None) is (followup.status is Status.OPEN)
    assert followup.closed_on is None or made_on <= followup.closed_on <= today, followup
    assert (followup.anchor_on is None) is (not followup.rrule)


def _day(moment: str) -> date:
    assert len(moment) == 20
    assert moment.endswith("Z")
    return date.fromisoformat(moment[:10])
