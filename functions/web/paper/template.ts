/**
 * The A4 sheet in Typst. It holds no words of its own: all come from `sheet.json`, as text. Marks are drawn
 * from the font; flags have a mark, a word and a colour.
 */
export const template = String.raw`
#let d = json("sheet.json")
#let ink = rgb("#18261f")
#let ink2 = rgb("#47564e")
#let line-colour = rgb("#e0dcd2")
#let pine = rgb("#1c6549")
#let soft = rgb("#eef5f0")
#let colours = (HH: rgb("#ab2318"), LL: rgb("#ab2318"), H: rgb("#8a5200"), L: rgb("#275a91"), A: rgb("#6d4a86"))
#let marks = (HH: "▲▲", LL: "▼▼", H: "▲", L: "▼", A: "◆")

#let zh(it) = text(lang: "zh", region: "cn", it)
#let en(it) = text(lang: "en", region: "gb", it)
#let say(w) = {
  if "zh" in w { zh(w.zh) }
  if "zh" in w and "en" in w and w.zh != w.en { [ ]; text(size: 0.84em, fill: ink2, en(w.en)) }
  if "en" in w and "zh" not in w { en(w.en) }
}
#let lines(w) = {
  if "zh" in w { par(zh(w.zh)) }
  if "en" in w and ("zh" not in w) { par(en(w.en)) }
  if "zh" in w and "en" in w and w.zh != w.en { par(text(size: 0.9em, fill: ink2, en(w.en))) }
}

#set document(title: d.title, author: "Perennial")
#set text(font: "Noto Sans SC", size: 9pt, fill: ink, lang: d.lang, fallback: true)
#set par(leading: 0.62em, spacing: 0.7em)
#set list(spacing: 0.9em)
#set page(
  paper: "a4",
  margin: (x: 17mm, top: 15mm, bottom: 19mm),
  footer: context {
    set text(size: 7.5pt, fill: ink2)
    line(length: 100%, stroke: 0.5pt + line-colour)
    v(-0.5em)
    grid(columns: (1fr, auto), say(d.foot), [#counter(page).display() / #counter(page).final().first()])
  },
)
#show heading.where(level: 1): it => text(size: 17pt, weight: "bold", fill: pine, it.body)
#show heading.where(level: 2): it => block(above: 1.5em, below: 0.7em, width: 100%, stroke: (bottom: 1pt + pine), inset: (bottom: 3pt), text(size: 11.5pt, weight: "bold", fill: pine, it.body))
#show heading.where(level: 3): it => block(above: 1.5em, below: 0.8em, text(size: 9.5pt, weight: "bold", it.body))

#grid(
  columns: (1fr, auto),
  align: (left + bottom, right + bottom),
  heading(level: 1, say(d.heading)),
  say(d.centre),
)
#line(length: 100%, stroke: 1.5pt + pine)

#if "notice" in d {
  block(width: 100%, stroke: 1pt + colours.HH, radius: 3pt, inset: 7pt, text(weight: "bold", fill: colours.HH, say(d.notice)))
}

#block(width: 100%, fill: soft, radius: 3pt, inset: 8pt, {
  grid(
    columns: (1fr, 1fr, 1fr),
    row-gutter: 7pt,
    column-gutter: 10pt,
    ..d.facts.map(f => [#text(size: 7.8pt, fill: ink2, say(f.word)) \ #text(weight: "bold", say(f.fact))]),
  )
})

== #say(d.grade.word)
#text(size: 12pt, weight: "bold", say(d.grade.name))
#lines(d.grade.says)

== #say(d.conclusion.word)
#for p in d.conclusion.paragraphs { lines(p) }
#if "because" in d.conclusion { text(fill: ink2, lines(d.conclusion.because)) }

#if d.departments.rows.len() > 0 [
  == #say(d.departments.word)
  #list(
    marker: text(fill: pine, "•"),
    ..d.departments.rows.map(r => block(breakable: false, {
      text(weight: "bold", say(r.name))
      [ – ]
      say(r.outcome)
      lines(r.says)
      par(text(size: 7.8pt, fill: ink2, r.by))
    })),
  )
]

#if d.findings.groups.len() > 0 [
  == #say(d.findings.word)
  #for g in d.findings.groups [
    === #say(g.name)
    #list(
      marker: text(fill: pine, "•"),
      ..g.findings.map(f => block(breakable: false, {
        text(weight: "bold", say(f.name))
        lines(f.says)
        text(fill: ink2, lines(f.means))
      })),
    )
  ]
]

#let result-row(r) = {
  let loud = r.kind in marks
  (
    say(r.name),
    if loud { text(weight: "bold", say(r.value)) } else { say(r.value) },
    text(size: 8pt, r.unit),
    text(size: 8pt, say(r.range)),
    text(size: 8pt, say(r.last)),
    if loud {
      text(size: 8pt, weight: "bold", fill: colours.at(r.kind), [#marks.at(r.kind) #say(r.flag)])
    } else { text(size: 8pt, fill: ink2, say(r.flag)) },
  )
}
#if d.results.groups.len() > 0 [
  == #say(d.results.word)
  #table(
    columns: (2.3fr, 1.1fr, 1fr, 1.3fr, 1fr, 1.3fr),
    align: (left, right, left, left, right, left),
    stroke: (x, y) => (bottom: 0.5pt + line-colour),
    inset: (x: 4pt, y: 3.2pt),
    table.header(repeat: true, ..d.results.heads.map(h => text(size: 8pt, fill: ink2, say(h)))),
    ..d.results.groups.map(g => (
      table.header(level: 2, table.cell(colspan: 6, fill: soft, text(weight: "bold", fill: pine, say(g.name)))),
      ..g.rows.map(result-row).flatten(),
    )).flatten(),
  )
]

#if d.trends.charts.len() > 0 [
  == #say(d.trends.word)
  #grid(
    columns: (1fr, 1fr),
    column-gutter: 12pt,
    row-gutter: 12pt,
    ..d.trends.charts.map(c => block(breakable: false, width: 100%, {
      text(weight: "bold", say(c.name))
      image(c.drawing, width: 100%, alt: c.says)
    })),
  )
]

#if d.scores.rows.len() > 0 [
  == #say(d.scores.word)
  #list(
    marker: text(fill: pine, "•"),
    ..d.scores.rows.map(s => block(breakable: false, {
      text(weight: "bold", say(s.name))
      lines(s.says)
      text(size: 7.8pt, fill: ink2, lines(s.source))
    })),
  )
]

== #say(d.next.word)
#if d.next.steps.len() > 0 {
  list(
    marker: text(fill: pine, "•"),
    ..d.next.steps.map(s => block(breakable: false, {
      text(weight: "bold", s.when)
      lines(s.what)
    })),
  )
} else { lines(d.next.none) }

#if "plan" in d [
  == #say(d.plan.word)
  #if d.plan.goals.len() > 0 { list(marker: text(fill: pine, "→"), ..d.plan.goals.map(lines)) }
  #if d.plan.actions.len() > 0 {
    list(marker: text(fill: pine, "•"), ..d.plan.actions.map(a => { lines(a.what); text(fill: ink2, lines(a.how)) }))
  }
]

#v(1em)
#block(breakable: false, width: 100%, grid(
  columns: (1fr, auto),
  column-gutter: 14pt,
  {
    if "signed" in d {
      for hand in d.signed {
        text(size: 13pt, weight: "bold", hand.name)
        linebreak()
        say(hand.title)
        linebreak()
        [#hand.at #say(hand.word)]
        parbreak()
      }
    }
    if "awaits" in d { par(text(weight: "bold", fill: colours.H, say(d.awaits))) }
    if "unsigned" in d { text(weight: "bold", fill: colours.HH, say(d.unsigned)) }
    v(0.4em)
    text(size: 7.8pt, fill: ink2, lines(d.covers))
  },
  if "authentic" in d {
    grid(
      columns: (auto, 46mm),
      column-gutter: 7pt,
      align: horizon,
      image(d.authentic.drawing, width: 24mm, alt: d.authentic.alt),
      text(size: 7.5pt, fill: ink2, { lines(d.authentic.says); link(d.authentic.address, text(size: 6.5pt, d.authentic.address)) }),
    )
  },
))
`;
