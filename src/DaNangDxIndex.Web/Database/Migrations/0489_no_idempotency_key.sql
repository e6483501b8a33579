-- Answers to requests that were sent twice are kept in kept_request; nothing has written or read this one since.
DROP TABLE idempotency_key;
