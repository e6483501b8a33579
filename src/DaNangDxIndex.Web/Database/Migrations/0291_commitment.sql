-- Commitments: what an agency will do about points it lost, by whom and until when. Its own word; it stays, whatever became of it.
CREATE TABLE commitment (
    tenant_id uuid,
    year integer NOT NULL,
    agency text NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    criterion text NOT NULL CHECK (criterion <> ''),
    sentence text NOT NULL CHECK (btrim(sentence) <> '' AND length(sentence) <= 1000),
    person text NOT NULL CHECK (btrim(person) <> '' AND length(person) <= 200),
    due date NOT NULL,
    state text NOT NULL CHECK (state IN ('open', 'done', 'withdrawn')),
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL,
    ended_at timestamptz,
    version integer NOT NULL,
    PRIMARY KEY (tenant_id, year, agency, number),
    FOREIGN KEY (tenant_id, year) REFERENCES edition (tenant_id, year),
    FOREIGN KEY (tenant_id, agency) REFERENCES agency (tenant_id, code),
    FOREIGN KEY (tenant_id, made_by) REFERENCES account (tenant_id, id),
    CHECK ((state = 'open') = (ended_at IS NULL))
);
SELECT guard_tenant('commitment', 'SELECT, INSERT, UPDATE (sentence, person, due, state, ended_at, version)');
