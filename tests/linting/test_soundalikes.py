"""Words that sound like the one that is meant, and contractions that there are not."""

from __future__ import annotations

import pytest
from linting.linted import codes

from tools.sentence_models.digest import WEIGHTS
from tools.soundalike_models.digest import MADE_OF, made_of


def test_the_weights_are_made_of_the_texts_as_they_stand():
    assert (WEIGHTS / MADE_OF).read_text("utf-8").strip() == made_of(), (
        "run python -m tools.soundalike_models"
    )


@pytest.mark.parametrize(
    "body",
    [
        "The kiln is at it's hottest by noon.",
        "The river is at it's widest there, and crews wait.",
        "Each tool has it's place on the wall.",
        "The union posts it's rates every spring.",
        "The company raised it's prices last year.",
        "A good saw keeps it's edge for years.",
        "The board renews it's members' cards.",
        "The trade and it's people are proud.",
        "A machine in it's crate weighs less.",
        "The hospital pays for it's nurses' training.",
        "The city changed it's building code in May.",
        "The engine runs on it's reserve tank.",
        "The glue loses it’s strength in the cold.",
        "Every shop has it's own rules.",
        "Because of it's weight the door needs two people.",
        "The pump and it's valves are cleaned weekly.",
        "Its a hard trade to learn.",
        "Its not a job for people who fear heights.",
        "If its raining, the crew stays in.",
        "Most say its worth the wait.",
        "The crew takes a break when there tired.",
        "If there late, the dock is closed.",
        "There often called at night.",
        "They bring there own lunch.",
        "They're tools are kept in the van.",
        "Their are four kinds of valve.",
        "Their going to need a license.",
        "Most say their happy with the pay.",
        "They know there job.",
        "Because there paid by the piece, they work fast.",
        "They said that there not hiring this year.",
        "The saw dosen't cut well.",
        "The saw doesnt' cut well.",
        "They dont' like it.",
        "They would'nt wait.",
        "The pipe was'nt straight.",
        "Plumbers arn't office people.",
        "They couldnt've known.",
        "They woudn't wait.",
        "The van has'nt come.",
        "They havn't come.",
        "Theyr'e paid by the hour.",
        "The pump did'nt start.",
        "The law doesn,t say so.",
        "The law doesn;t say so.",
        "Wo'nt it rain?",
        "You should'nt lift alone.",
        "Your going to climb ladders.",
        "You will know when your ready.",
        "If your not careful, the blade slips.",
        "Bring you're tools and you're lunch.",
        "The boss tells you that your hired.",
        "A plumber who's license has run out cannot work.",
        "Whose going to pay for it?",
        "The job is to hard for one person.",
        "They earn more then cooks.",
        "A pipe is stronger then a hose.",
        "The valve should of been closed.",
        "They must of forgotten the key.",
        "The crew could of gone home.",
        "The customers might of seen it.",
        "A worker can loose a finger.",
    ],
)
def test_what_sounds_alike(body):
    assert "G005" in codes(body)


@pytest.mark.parametrize(
    "body",
    [
        "When it's hot, it's best to start early.",
        "They say it's work, and it's people who make it good.",
        "The dog follows its trail, and its nose is never wrong.",
        "It's been a good year, and it's hottest in July.",
        "The saw is at its best when it's sharp.",
        "The crew knows it's time to go.",
        "The firm gives its workers gloves.",
        "Its use is not limited to homes.",
        "Check that it's level, that it's clean and that it's tools up.",
        "Every trade has its slang; its words are short.",
        "They went there yesterday and left there tools of every kind.",
        "There they're paid by the hour, and their hands are cold.",
        "When there is work, they're busy.",
        "If there were more vans, they'd go.",
        "They get there early, and those there late must wait.",
        "They leave there at noon.",
        "They can't, won't, shan't and needn't wait; they mustn't, daren't and mightn't.",
        "They couldn't've known, and y'all'd've seen it; the fo'c'sle and o'clock are right.",
        "You oughtn't lift alone, and there'd be help; that'll do, who'd know, how're you, what've they.",
        "It ain't so, and it wasn't and weren't and hadn't and hasn't.",
        "Your going-away present is here, and your working hours are long.",
        "First they cut, then they weld; rather than wait, they then leave.",
        "They have to carry much, and it is too late to stop.",
        "The course of could-of-beens is long.",
        "Whose van is it, and who's driving?",
        "It is your ready wit that helps, and your training counts.",
        "What a new helper is paid there depends on the contract.",
        "How a room is lit there matters to the film.",
        "The dust that settles there becomes a crust.",
        "Whoever goes there comes back with mud on the boots.",
    ],
)
def test_what_only_looks_so(body):
    assert codes(body) == []
