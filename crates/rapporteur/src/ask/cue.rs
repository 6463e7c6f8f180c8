//! The words of questions, and what each asks for.
//!
//! It must not know a store or a name. Invariant: phrases are in lower case, their words parted by single
//! spaces, as [`super::word`] cuts them; a longer phrase goes before the shorter ones in it.

use rapporteur_schema::{
    Act, ActorKind, Medium, OutcomeKind, OutcomeStatus, PlaceKind, Role, StatementMedium,
};

/// What a phrase asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    /// `met`, `received`: people came together.
    Meet,
    /// `talks`, `summit`: the meeting itself.
    Meeting,
    /// `stayed away`.
    Absent,
    /// `both`: one who met two.
    Both,
    /// `connected`: a chain of meetings.
    Chain,
    /// `contradict`.
    Conflict,
    /// `timeline`.
    Timeline,
    /// `planned`.
    Planned,
    /// `called off`.
    Cancelled,
    /// `under way`.
    Ongoing,
    /// `overdue`.
    Overdue,
    /// `due`.
    Due,
    /// `said`, `rejected`: something was said, and what saying it did.
    Say(Option<Act>),
    /// `in an interview`: where it was said.
    SaidIn(StatementMedium),
    /// `carried out`: how far an outcome got.
    Reached(OutcomeStatus),
    /// `agreed`: something came of it, and of what kind.
    Outcome(Option<OutcomeKind>),
    /// `signed`.
    Signed,
    /// `articles`.
    Document,
    /// `cities`.
    Place(Option<PlaceKind>),
    /// `organisations`.
    Actor(Option<ActorKind>),
    /// `chaired`.
    Role(Role),
    /// `by phone`.
    Medium(Medium),
    /// `phoned`: a meeting by this medium.
    MeetBy(Medium),
    /// `latest`.
    Latest,
    /// `earliest`.
    First,
    /// `how often`.
    Count,
    /// `according to`.
    Via,
    /// `why`: what no record answers.
    Beyond,
    /// `President` before a name.
    Title,
    /// `the`, `please`: what changes nothing.
    Filler,
}

/// The most words of a phrase.
pub(super) const LONGEST: usize = 4;

/// The phrases, parted by commas, and their cue.
const TABLE: &[(&str, Cue)] = &[
    (
        "met, meet, meets, saw, see, seen, sit down, sat down, sat, sit, receive, received, receives, visit, visits, \
         visited, attend, attended, attends, attending, take part, took part, taken part, participate, participated, \
         present, speak with, spoke with, spoken with, speak to, spoke to, spoken to, talk to, talk with, talked to, \
         talked with, talking to, talking with, join, joined, negotiate, negotiated, negotiating, convene, convened, \
         gathered, gather, happened, happen, took place, take place, taken place, hold, held, holds, face each other, \
         come together, came together, came, come, go to, went to, turned up, turn up, showed up, show up, appeared, \
         consult, consulted, confer, conferred, represented, represent, represents, welcomed to, travelled, travel, \
         traveled, had, dined",
        Cue::Meet,
    ),
    (
        "meeting, meetings, talk, talks, summit, summits, conference, conferences, round, rounds, negotiation, \
         negotiations, session, sessions, encounter, encounters, gathering, gatherings, visiting, visitor, visitors, \
         participant, participants, attendee, attendees, delegation, delegations, event, events, signing, ceremony, \
         dinner, lunch, consultations, dialogue, one-on-one, bilateral, bilaterals, table, guest, guests, trip, trips, \
         interlocutor, interlocutors, discussions, contacts, counterparts, reception, forum, congress, get-together, get-togethers, contact, \
         sit-down, tête-à-tête, appointment, appointments, audience",
        Cue::Meeting,
    ),
    (
        "absent, absence, absences, absentee, absentees, missing, missed, miss, stayed away, stay away, staying away, \
         no-show, no-shows, no shows, skipped, skip, skipping, boycotted, boycott, boycotting, declined, decline, \
         failed to show, fail to show, failed to attend, failed to appear, refused to attend, refused to come, \
         refused to meet, sat out, stayed out, stayed home, stay home, stayed at home, not attend, not attending, \
         not come, not coming, not show up, not show, not turn up, not there, not present, not at, not appear, \
         not join, not take part, not participate, not go, not attended, not make it, kept away, keep away, \
         empty chair, turned down the invitation, away",
        Cue::Absent,
    ),
    (
        "both, as well as, in common, mutual, each of, common acquaintances, common, and also, and also with",
        Cue::Both,
    ),
    (
        "connected, connect, connects, connection, connections, linked, link, links, chain, path, related, \
         relation, degrees of separation, get from, separate, separated, separates, lead from, route, tied",
        Cue::Chain,
    ),
    (
        "disagree, disagrees, disagreed, disagreement, disagreements, contradict, contradicts, contradicted, \
         contradiction, contradictions, contradictory, contradicting, conflict, conflicts, conflicting, disputed, \
         dispute, disputes, inconsistent, inconsistency, inconsistencies, differ, differs, discrepancy, \
         discrepancies, at odds, clash",
        Cue::Conflict,
    ),
    ("timeline, time line, history, chronology, how did the status", Cue::Timeline),
    (
        "planned, plan, plans, planning, upcoming, scheduled, coming up, expected, next, future, will, going to meet, \
         about to meet, agenda, forthcoming, set to, to come, is to meet, are to meet, due to meet, due to, ahead of us, \
         foreseen, arranged, lined up, coming, intend, intends, ahead, announced meetings, hoping to, pencilled in, penciled in, in the pipeline, \
         supposed to meet, in the offing, on the cards, in the works, meant to meet",
        Cue::Planned,
    ),
    (
        "cancelled, canceled, called off, scrapped, cancellation, cancellations, postponed, put off, fell through, \
         fallen through, never took place, not take place, not happen",
        Cue::Cancelled,
    ),
    ("ongoing, going on, under way, underway, in progress, still meeting", Cue::Ongoing),
    (
        "overdue, past due, unfulfilled, lapsed, missed deadline, missed deadlines, missed its deadline, \
         missed their deadline, past its deadline, past their deadline, broken promises, not been done, late, not kept, \
         not been kept, unkept, outstanding, \
         passed its deadline, passed their deadline, passed the deadline",
        Cue::Overdue,
    ),
    (
        "due, deadline, deadlines, to be done, due by, falls due, fall due, must, has to, have to, be done, by when",
        Cue::Due,
    ),
    (
        "say, said, says, saying, tell, told, tells, state, stated, remark, remarks, remarked, comment, comments, \
         commented, mention, mentioned, mentions, announce, announced, explain, explained, declare, declared, claim, \
         claims, claimed, argue, argued, speak, spoke, spoken, statement, statements, quote, quotes, quotation, \
         quotations, quoted, utterances, stance, position, talk about, talked about, talking about, spoke about, \
         speak about, react, reacted, reaction, reactions, respond, responded, response, describe, described, call it, \
         line, lines, word, words, speech, speeches, insist, insisted, confirm, confirmed, admit, admitted, \
         report, reported, spoken about, had to say, has to say, have to say, posted, tweeted, wrote, write, put it",
        Cue::Say(None),
    ),
    (
        "accuse, accused, accuses, accusing, accusation, accusations, blame, blamed, blames, condemn, condemned, \
         condemns, condemnation, criticise, criticised, criticize, criticized, criticism, denounce, denounced, \
         attack, attacked, allege, alleged, allegations, protest, protested, complain, complained, complaints",
        Cue::Say(Some(Act::Accuse)),
    ),
    (
        "reject, rejected, rejects, rejecting, rejection, rejections, refuse, refused, refuses, refusal, turned down, \
         turn down, dismiss, dismissed, dismisses, ruled out, rule out, oppose, opposed, opposes, said no, say no, \
         against, opposition",
        Cue::Say(Some(Act::Reject)),
    ),
    ("deny, denied, denies, denying, denial, denials", Cue::Say(Some(Act::Deny))),
    (
        "threaten, threatened, threatens, threat, threats, warn, warned, warns, warning, warnings, \
         ultimatum, ultimatums",
        Cue::Say(Some(Act::Threaten)),
    ),
    (
        "demand, demanded, request, requested, requests, ask, asked, asks, ask for, asked for, urge, urged, urges, \
         call for, called for, calls for, call on, called on, appeal, appealed, appeals, insist on, insisted on",
        Cue::Say(Some(Act::Request)),
    ),
    (
        "propose, proposed, proposes, proposing, proposal, proposals, suggest, suggested, suggests, suggestion, \
         suggestions, offer, offered, offers, put forward",
        Cue::Say(Some(Act::Propose)),
    ),
    (
        "promise, promised, promises, promising, pledge, pledged, pledges, vow, vowed, vows, commit to, committed to, \
         guarantee, guaranteed, undertake, undertook",
        Cue::Say(Some(Act::Promise)),
    ),
    (
        "support, supported, supports, back, backed, backs, endorse, endorsed, endorses, welcome, welcomed, welcomes, \
         in favour of, in favor of, approve of, approved of",
        Cue::Say(Some(Act::Support)),
    ),
    (
        "praise, praised, praises, thank, thanked, thanks, hail, hailed, commend, commended, applaud, applauded, \
         congratulate, congratulated",
        Cue::Say(Some(Act::Praise)),
    ),
    ("agree with, agreed with, agrees with", Cue::Say(Some(Act::Agree))),
    (
        "came out, come out, comes out, outcome, outcomes, result, results, resulted, came of, come of, achieve, \
         achieved, achievement, achievements, settle, settled, decide, decided, decision, decisions, conclude, \
         concluded, yield, yielded, produce, produced, agree, agreed, agrees, conclusions, upshot, what was done, \
         accomplished, get out of, got out of, bring about",
        Cue::Outcome(None),
    ),
    (
        "agreement, agreements, accord, accords, deal, deals, treaty, treaties, pact, pacts, memorandum, settlement",
        Cue::Outcome(Some(OutcomeKind::Agreement)),
    ),
    ("sign, signed, signs, signature, signatures, initialled", Cue::Signed),
    (
        "implemented, carried out, put into effect, put into practice, fulfilled, honoured, honored",
        Cue::Reached(OutcomeStatus::Implemented),
    ),
    ("interview, interviews, in an interview", Cue::SaidIn(StatementMedium::Interview)),
    (
        "press conference, press conferences, news conference, news conferences, briefing, briefings",
        Cue::SaidIn(StatementMedium::PressConference),
    ),
    (
        "social media, tweet, tweets, post, posts, on social media, on twitter, on x",
        Cue::SaidIn(StatementMedium::SocialMedia),
    ),
    ("letter, letters, in a letter", Cue::SaidIn(StatementMedium::Letter)),
    (
        "ceasefire, ceasefires, cease-fire, truce, truces, armistice",
        Cue::Outcome(Some(OutcomeKind::Ceasefire)),
    ),
    (
        "prisoner exchange, prisoner exchanges, prisoner swap, prisoner swaps, exchange of prisoners, \
         swap of prisoners, exchange prisoners, swap prisoners, prisoners exchanged, prisoners swapped, \
         prisoners of war exchange, exchange, exchanges, swap, swaps, prisoners, prisoners of war, pows",
        Cue::Outcome(Some(OutcomeKind::PrisonerExchange)),
    ),
    ("sanctions, sanction, embargo, sanctioned", Cue::Outcome(Some(OutcomeKind::Sanctions))),
    ("aid, assistance, relief, grants, funding", Cue::Outcome(Some(OutcomeKind::Aid))),
    (
        "further talks, more talks, follow-up talks, another round",
        Cue::Outcome(Some(OutcomeKind::FurtherTalks)),
    ),
    ("commitment, commitments, obligation, obligations", Cue::Outcome(Some(OutcomeKind::Commitment))),
    ("demands", Cue::Outcome(Some(OutcomeKind::Demand))),
    (
        "withdrawal, withdrawals, withdraw, withdrew, withdrawn, pull out, pulled out, pullback, pull back, pullout",
        Cue::Outcome(Some(OutcomeKind::Withdrawal)),
    ),
    (
        "recognition, recognise, recognised, recognize, recognized, diplomatic relations",
        Cue::Outcome(Some(OutcomeKind::Recognition)),
    ),
    (
        "joint statement, joint statements, communique, communiques, communiqué, communiqués, joint communique, \
         joint communiqué, declaration, declarations, joint declaration",
        Cue::Outcome(Some(OutcomeKind::JointStatement)),
    ),
    ("no agreement, no deal, no accord, without agreement", Cue::Outcome(Some(OutcomeKind::NoAgreement))),
    (
        "document, documents, article, articles, source, sources, reports, newspaper, newspapers, outlet, outlets, \
         publish, published, publishes, press, texts, media, publication, publications, papers",
        Cue::Document,
    ),
    ("place, places, location, locations", Cue::Place(None)),
    ("city, cities, town, towns", Cue::Place(Some(PlaceKind::City))),
    ("venue, venues, building, buildings", Cue::Place(Some(PlaceKind::Venue))),
    ("actor, actors, players, parties", Cue::Actor(None)),
    (
        "person, persons, people, official, officials, ministers, politician, politicians, diplomat, \
         diplomats, leader, leaders, negotiators, negotiator, representatives, representative, envoys, citizens, nationals, individuals, ambassadors, presidents",
        Cue::Actor(Some(ActorKind::Person)),
    ),
    (
        "organisation, organisations, organization, organizations, bodies, institutions, ngos",
        Cue::Actor(Some(ActorKind::Organization)),
    ),
    ("states, country, countries, governments, nations", Cue::Actor(Some(ActorKind::State))),
    (
        "chaired, chair, chairs, chairing, chairman, chairperson, chairwoman, presided, preside, presided over, \
         led the talks, led the meeting",
        Cue::Role(Role::Chair),
    ),
    ("host, hosted, hosts, hosting, played host", Cue::Role(Role::Host)),
    (
        "mediator, mediators, mediate, mediated, mediates, mediating, mediation, broker, brokered, go-between, \
         intermediary, intermediaries",
        Cue::Role(Role::Mediator),
    ),
    (
        "head of delegation, heads of delegation, heads of delegations, heads of the delegations, \
         headed the delegation, headed the delegations, led the delegation, led the delegations, headed, led, \
         head of the delegation, heads of the delegation, lead the delegation, head the delegation, \
         delegation heads, heading, leading",
        Cue::Role(Role::HeadOfDelegation),
    ),
    ("observer, observers, observe, observed", Cue::Role(Role::Observer)),
    ("interpreter, interpreters, interpret, interpreted, interpreting", Cue::Role(Role::Interpreter)),
    ("delegate, delegates", Cue::Role(Role::Delegate)),
    (
        "phone, telephone, by phone, on the phone, by telephone, on the telephone, over the phone, \
         over the telephone, telephonically",
        Cue::Medium(Medium::Phone),
    ),
    (
        "call, called, calls, phoned, phones, phoning, telephoned, rang, ring, phone call, phone calls, \
         telephone call, telephone calls, telephone conversation, telephone conversations, phone conversation, \
         phone conversations",
        Cue::MeetBy(Medium::Phone),
    ),
    (
        "video, by video, via video, video link, by video link, videoconference, virtually, online, on screen, \
         by videoconference, virtual",
        Cue::Medium(Medium::Video),
    ),
    ("video call, video calls, video conference, video conferences", Cue::MeetBy(Medium::Video)),
    ("in person, face to face, face-to-face, in-person", Cue::Medium(Medium::InPerson)),
    (
        "last, latest, most recent, most recently, last time, newest, lately, recently, recent, the last time",
        Cue::Latest,
    ),
    ("first, earliest, first time, for the first time, oldest", Cue::First),
    ("how often, how many times, how many, number of, how much, count, how frequently", Cue::Count),
    (
        "according to, via, quoted by, relayed by, reported by, as reported by, passed on by, by way of",
        Cue::Via,
    ),
    (
        "why, how come, should, would, predict, guess, what if, opinion, better, best, worse, worst, who is right, \
         translate, weather, think, believe, mean, means, get along, recommend, reason, reasons, cause, because, feel, feels, \
         likely, not, never, no, without, except, but, unless, instead",
        Cue::Beyond,
    ),
    (
        "president, prime minister, foreign minister, foreign secretary, king, queen, emperor, sultan, emir, sheikh, \
         chancellor, secretary, secretary-general, general, ambassador, envoy, mr, mr., mrs, mrs., ms, ms., dr, dr., \
         sir, lord, premier, minister, defence minister, defense minister, interior minister, senator, sheikha, prince, \
         princess, colonel, admiral, commander, vice president, deputy foreign minister, finance minister, \
         special envoy, professor, prof., special, pope, taoiseach, state secretary, secretary of state, \
         deputy, vice, foreign, the late",
        Cue::Title,
    ),
    (
        "who, whom, whose, what, which, when, where, how, is, are, was, were, be, been, being, do, does, did, has, \
         have, having, the, a, an, of, to, with, by, for, from, and, or, or not, any, anything, anybody, anyone, \
         everyone, everybody, everything, someone, somebody, something, all, list, show, give, please, can, could, you, i, know, \
         find, there, it, its, they, them, their, he, she, his, her, him, this, that, these, those, at, in, on, into, about, \
         between, ever, also, else, other, others, together, so far, yet, already, then, than, up, me, tell me, show me, \
         give me, do you know, can you tell me, could you tell me, i want to know, us, tell us, name, \
         names, time, times, day, days, date, dates, kind, kinds, sort, type, types, store, database, involving, \
         involve, involved, including, included, during, within, each, every, lists, look up, who else, one, \
         's, ', as, over, same, actually, really, made, make, makes, making, has been, acted, act, acts, acting, over there, \
         more, details, overview, summary, known, some, get, got, s, out, here, still, now, currently, exactly, we, our, my, \
         of them, on behalf of, behalf, done, did you, near, inside, upon, regarding, concerning, like, need, search, query, \
         question, answer, record, records, recorded, entry, entries, while, when did, want, would you, hi, side, sides, \
         side of, topic, subject, issue, matter, against whom, ones, again, before that, given, gave, gives, under, \
         ok, alone, very, anywhere, somewhere, anyone else, so, read, hear, heard, seen in, 'd, 'd like to, i mean, back in, across, \
         across the table, one another, each other, points, point, accounts, account, versions, version, put, entered, reached, \
         reach, way, happen to, well, such, 've, 'm, mentioned above, like to know, up to now, to date, just, only, even, \
         things, thing, reporters, journalists, correspondents, further, since, until, till, before, after, as of, known on, known by, earlier, later, around, themselves, itself, himself, herself, pull up, bring up, able, using, used, two, three, four, five, six, seven, eight, nine, ten, whether, if, through, via whom, both of them",
        Cue::Filler,
    ),
];

/// What the longest phrase that begins some words asks for, and how many of them it takes.
pub(super) fn longest(words: &[&str]) -> Option<(usize, Cue)> {
    (1..=LONGEST.min(words.len())).rev().find_map(|length| {
        let phrase = words[..length].join(" ");
        cue(&phrase).map(|cue| (length, cue))
    })
}

/// What a phrase asks for.
pub(super) fn cue(phrase: &str) -> Option<Cue> {
    TABLE
        .iter()
        .find(|(phrases, _)| phrases.split(", ").any(|known| known.trim() == phrase))
        .map(|(_, cue)| *cue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_has_one_meaning_and_can_be_found() {
        let mut seen = std::collections::HashMap::new();
        for (phrases, cue) in TABLE {
            for phrase in phrases.split(", ") {
                let words = phrase.split(' ').count();
                assert!((1..=LONGEST).contains(&words) && phrase == phrase.to_lowercase(), "{phrase:?}");
                if let Some(other) = seen.insert(phrase.trim(), *cue) {
                    assert_eq!(other, *cue, "{phrase:?} has two meanings");
                }
            }
        }
    }

    #[test]
    fn the_longer_phrase_wins() {
        assert_eq!(longest(&["called", "off"]), Some((2, Cue::Cancelled)));
        assert_eq!(longest(&["called", "him"]), Some((1, Cue::MeetBy(Medium::Phone))));
        assert_eq!(longest(&["xyzzy"]), None);
    }
}
