"""peers.py ENGINE load|query SET STORE: loads a set into a peer, or asks it; prints one line of JSON.

Each peer is given the indexes that its own documentation recommends for such questions.
"""

import glob
import json
import os
import resource
import shutil
import statistics
import sys
import time

PRIME = 2**61 - 1
# Seconds that one class of questions may take: the slow answer only some of them.
PATIENCE = 60


def digest(rows):
    """The same for the same rows in any order."""
    total = 0
    for row in rows:
        value = 0
        for part in row:
            value = (value * 1000003 + int(part) + 1) % PRIME
        total = (total + value) % PRIME
    return total


def above_the_cut(answer):
    """The pairs that met more often than the last one, and how often each met: ties are nobody's error."""
    least = min((days for *_, days in answer), default=0)
    return [row if row[2] > least else (0, 0, row[2]) for row in answer]


def rows(path):
    with open(path) as lines:
        for line in lines:
            yield tuple(map(int, line.split("\t")))


def chain(neighbours, one, other):
    """The length of the shortest chain, from both its ends; -1 where there is none."""
    if one == other:
        return 0
    here, there, seen, known, steps = {one}, {other}, {one}, {other}, 0
    while here and there:
        if len(here) > len(there):
            here, there, seen, known = there, here, known, seen
        here = set(neighbours(here)) - seen
        steps += 1
        if here & known:
            return steps
        seen |= here
    return -1


class Sqlite:
    def load(self, data, store):
        import sqlite3
        db = sqlite3.connect(store)
        db.executescript(
            "pragma journal_mode=wal; pragma synchronous=normal; pragma cache_size=-200000;"
            "create table actor(id integer primary key, name text);"
            "create table fact(s int, r int, o int, day int);"
            "create table meet(a int, day int, b int, primary key(a, day, b)) without rowid;")
        with open(f"{data}/entities.tsv", encoding="utf-8") as names:
            db.executemany("insert into actor values(?,?)", (line.rstrip("\n").split("\t", 1) for line in names))
        db.executemany("insert into fact values(?,?,?,?)", rows(f"{data}/facts.tsv"))
        db.executemany("insert into meet(a, b, day) values(?,?,?)", rows(f"{data}/meet.tsv"))
        db.executescript(
            "create index f_s on fact(s, day); create index f_o on fact(o, day); create index f_r on fact(r, day);"
            "create index m_d on meet(day, a, b); create index m_ab on meet(a, b); analyze;")
        db.commit()
        db.execute("pragma wal_checkpoint(truncate)")
        db.close()

    def open(self, store):
        import sqlite3
        self.db = sqlite3.connect(store)
        self.db.execute("pragma cache_size=-200000")

    def ask(self, question, *values):
        return self.db.execute(question, values).fetchall()

    def q1(self, x):
        return self.ask("select b, day from meet where a=?", x)

    def q2(self, first, last):
        return self.ask("select a, b, count(*) n from meet where day between ? and ? and a<b"
                        " group by a, b order by n desc, a, b limit 20", first, last)

    def q3(self, x, y):
        return self.ask("select b from meet where a=? intersect select b from meet where a=?", x, y)

    def q4(self, x, y):
        met = "select distinct b from meet indexed by m_ab where a=?"
        return [(chain(lambda actors: (b for a in actors for b, in self.ask(met, a)), x, y),)]

    def q5(self, x, first, last):
        return self.ask("select distinct m2.b from meet m1 join meet m2 on m2.a=m1.b and m2.day between ?2 and ?3"
                        " where m1.a=?1 and m1.day between ?2 and ?3 and m2.b<>?1", x, first, last)


class Duckdb:
    def load(self, data, store):
        import duckdb
        db = duckdb.connect(store)

        def read(name, columns):
            return f"read_csv('{data}/{name}', delim='\t', header=false, quote='', columns={columns})"

        facts = read("facts.tsv", {"s": "INT", "r": "SMALLINT", "o": "INT", "day": "INT"})
        names = read("entities.tsv", {"id": "INT", "name": "VARCHAR"})
        met = read("meet.tsv", {"a": "INT", "b": "INT", "day": "INT"})
        db.execute(f"create table fact as select * from {facts}")
        db.execute(f"create table actor as select * from {names}")
        db.execute(f"create table meet as select a, day, b from {met} order by a, day, b")
        for index in ("m_a on meet(a)", "f_s on fact(s)", "f_o on fact(o)"):
            db.execute(f"create index {index}")
        db.execute("checkpoint")
        db.close()

    def open(self, store):
        import duckdb
        self.db = duckdb.connect(store, read_only=True)

    def ask(self, question, *values):
        return self.db.execute(question, values).fetchall()

    q1, q2, q3 = Sqlite.q1, Sqlite.q2, Sqlite.q3

    def q4(self, x, y):
        met = "select distinct b from meet where a in (select unnest(?::INT[]))"
        return [(chain(lambda actors: (b for b, in self.ask(met, list(actors))), x, y),)]

    def q5(self, x, first, last):
        return self.ask("select distinct m2.b from meet m1 join meet m2 on m2.a=m1.b where m1.a=$1 and m1.day"
                        " between $2 and $3 and m2.day between $2 and $3 and m2.b<>$1", x, first, last)


class Oxigraph:
    @staticmethod
    def actor(number):
        return f"<http://x/a/{number:07d}>"

    @staticmethod
    def day(number):
        return f"<http://x/d/{number}>"

    def load(self, data, store):
        import pyoxigraph
        begun = time.time()
        with open(f"{store}.nq", "w") as out:
            for a, r, b, d in rows(f"{data}/facts.tsv"):
                out.write(f"{self.actor(a)} <http://x/r/{r}> {self.actor(b)} {self.day(d)} .\n")
            for a, b, d in rows(f"{data}/meet.tsv"):
                out.write(f"{self.actor(a)} <http://x/met> {self.actor(b)} {self.day(d)} .\n")
                out.write(f"{self.actor(a)} <http://x/met> {self.actor(b)} .\n")
                if a < b:
                    out.write(f"{self.actor(a)} <http://x/once> {self.actor(b)} {self.day(d)} .\n")
        self.unmeasured = time.time() - begun
        db = pyoxigraph.Store(store)
        db.bulk_load(path=f"{store}.nq", format=pyoxigraph.RdfFormat.N_QUADS)
        db.optimize()
        db.flush()
        os.remove(f"{store}.nq")

    def open(self, store):
        import pyoxigraph
        self.ox, self.db = pyoxigraph, pyoxigraph.Store.read_only(store)
        self.met, self.all = pyoxigraph.NamedNode("http://x/met"), pyoxigraph.DefaultGraph()

    @staticmethod
    def number(term):
        return int(term.value.rsplit("/", 1)[1])

    def ask(self, question):
        return [tuple(map(self.number, row)) for row in self.db.query(question)]

    def days(self, first, last):
        return " ".join(self.day(day) for day in range(first, last + 1))

    def q1(self, x):
        return self.ask(f"select ?b ?g {{graph ?g {{ {self.actor(x)} <http://x/met> ?b }} }}")

    def q2(self, first, last):
        found = self.db.query(f"select ?a ?b (count(*) as ?n) {{ values ?g {{ {self.days(first, last)} }} graph ?g"
                              " { ?a <http://x/once> ?b } } group by ?a ?b order by desc(?n) ?a ?b limit 20")
        return [(self.number(row[0]), self.number(row[1]), int(row[2].value)) for row in found]

    def q3(self, x, y):
        return self.ask(f"select ?z {{ {self.actor(x)} <http://x/met> ?z . {self.actor(y)} <http://x/met> ?z }}")

    def q4(self, x, y):
        def neighbours(actors):
            for actor in actors:
                node = self.ox.NamedNode(self.actor(actor)[1:-1])
                for quad in self.db.quads_for_pattern(node, self.met, None, self.all):
                    yield self.number(quad.object)
        return [(chain(neighbours, x, y),)]

    def q5(self, x, first, last):
        days, x = self.days(first, last), self.actor(x)
        return self.ask(f"select distinct ?z {{ values ?g {{ {days} }} graph ?g {{ {x} <http://x/met> ?y }} values ?h"
                        f" {{ {days} }} graph ?h {{ ?y <http://x/met> ?z }} filter(?z != {x}) }}")


class Ladybug:
    def load(self, data, store):
        import ladybug
        begun = time.time()
        with open(f"{store}.m.csv", "w") as out:
            out.writelines(f"{a}\t{b}\t{d}\n" for a, b, d in rows(f"{data}/meet.tsv") if a < b)
        with open(f"{store}.f.csv", "w") as out:
            out.writelines(f"{a}\t{b}\t{r}\t{d}\n" for a, r, b, d in rows(f"{data}/facts.tsv"))
        shutil.copy(f"{data}/entities.tsv", f"{store}.e.csv")
        self.unmeasured = time.time() - begun
        base = ladybug.Database(store)
        db = ladybug.Connection(base)
        db.execute("create node table Actor(id INT64, name STRING, primary key(id))")
        db.execute("create rel table Fact(FROM Actor TO Actor, r INT16, day INT32)")
        db.execute("create rel table Met(FROM Actor TO Actor, day INT32)")
        for table, ending in (("Actor", "e"), ("Fact", "f"), ("Met", "m")):
            db.execute(f"copy {table} from '{store}.{ending}.csv' (delim='\t', header=false, quote='\"', parallel=false)")
        db.execute("checkpoint")
        db.close()
        base.close()
        for path in glob.glob(f"{store}.*.csv"):
            os.remove(path)

    def open(self, store):
        import ladybug
        self.base = ladybug.Database(store, read_only=True)
        self.db, self.prepared = ladybug.Connection(self.base), {}

    def ask(self, question, **values):
        if question not in self.prepared:
            self.prepared[question] = self.db.prepare(question)
        answer, found = self.db.execute(self.prepared[question], values), []
        while answer.has_next():
            found.append(answer.get_next())
        return found

    def q1(self, x):
        return self.ask("match (x:Actor {id:$x})-[m:Met]-(b:Actor) return b.id, m.day", x=x)

    def q2(self, first, last):
        return self.ask("match (a:Actor)-[m:Met]-(b:Actor) where m.day>=$first and m.day<=$last and a.id<b.id with"
                        " a.id as a, b.id as b, count(*) as n return a, b, n order by n desc, a, b limit 20",
                        first=first, last=last)

    def q3(self, x, y):
        return self.ask("match (x:Actor {id:$x})-[:Met]-(z:Actor) with distinct z match (z)-[:Met]-(y:Actor {id:$y})"
                        " return distinct z.id", x=x, y=y)

    def q4(self, x, y):
        found = self.ask("match p=(x:Actor {id:$x})-[:Met* SHORTEST 1..10]-(y:Actor {id:$y}) return length(p)", x=x, y=y)
        return [(found[0][0] if found else -1,)]

    def q5(self, x, first, last):
        return self.ask("match (x:Actor {id:$x})-[m:Met]-(y:Actor) where m.day>=$first and m.day<=$last with distinct y"
                        " match (y)-[n:Met]-(z:Actor) where n.day>=$first and n.day<=$last and z.id<>$x"
                        " return distinct z.id", x=x, first=first, last=last)


PEERS = {"sqlite": Sqlite, "duckdb": Duckdb, "oxigraph": Oxigraph, "ladybug": Ladybug}


def size(path):
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names)


def main():
    name, phase, data, store = sys.argv[1:5]
    peer = PEERS[name]()
    if phase == "load":
        for path in glob.glob(f"{store}*"):
            shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)
        peer.unmeasured, begun = 0, time.time()
        peer.load(data, store)
        figures = {
            "load_s": round(time.time() - begun - peer.unmeasured, 2),
            "disk_mb": round(sum(map(size, glob.glob(f"{store}*"))) / 1e6, 1),
            "load_rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        }
    else:
        begun = time.perf_counter()
        peer.open(store)
        figures = {"open_ms": round((time.perf_counter() - begun) * 1e3, 1), "digests": {}}
        questions = {}
        with open(f"{data}/queries.tsv") as lines:
            for line in lines:
                kind, *values = line.split("\t")
                questions.setdefault(kind, []).append(tuple(map(int, values)))
        for kind, asked in sorted(questions.items()):
            ask, took, digests, begun = getattr(peer, kind.lower()), [], [], time.time()
            for values in asked:
                start = time.perf_counter()
                answer = ask(*values)
                took.append((time.perf_counter() - start) * 1e6)
                digests.append(digest(above_the_cut(answer) if kind == "Q2" else answer))
                if time.time() - begun > PATIENCE:
                    break
            took.sort()
            figures[kind] = {
                "median_us": round(statistics.median(took), 1),
                "p99_us": round(took[min(len(took) - 1, int(len(took) * 0.99))], 1),
                "asked": len(took),
            }
            figures["digests"][kind] = digests
    print(json.dumps(figures))


main()
