using System.Text.Json.Nodes;
using Json.Schema;

namespace DaNangDxIndex.OpenData;

/// <summary>What the Frictionless specification asks of a data package (version 1), as a JSON Schema.</summary>
internal static class PackageRules
{
    private static readonly JsonSchema Schema = JsonSchema.FromText("""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "type": "object",
          "required": ["name", "resources"],
          "properties": {
            "profile": { "enum": ["data-package", "tabular-data-package"] },
            "name": { "type": "string", "pattern": "^[-a-z0-9._/]+$" },
            "title": { "type": "string" }, "description": { "type": "string" }, "version": { "type": "string" },
            "created": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$" },
            "licenses": { "type": "array", "minItems": 1, "items": {
              "type": "object", "anyOf": [ { "required": ["name"] }, { "required": ["path"] } ],
              "properties": { "name": { "type": "string", "pattern": "^[-a-zA-Z0-9._]+$" }, "path": { "type": "string" } } } },
            "contributors": { "type": "array", "minItems": 1, "items": { "type": "object", "required": ["title"] } },
            "resources": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/resource" } }
          },
          "if": { "properties": { "profile": { "const": "tabular-data-package" } }, "required": ["profile"] },
          "then": { "properties": { "resources": { "items": {
            "required": ["schema"], "properties": { "profile": { "const": "tabular-data-resource" } } } } } },
          "$defs": {
            "resource": {
              "type": "object", "required": ["name", "path"],
              "properties": {
                "name": { "type": "string", "pattern": "^[-a-z0-9._/]+$" },
                "path": { "type": "string", "pattern": "^[^./~](?!.*\\.\\./)[^:]*$" },
                "profile": { "enum": ["data-resource", "tabular-data-resource"] },
                "format": { "type": "string" }, "mediatype": { "type": "string", "pattern": "^[a-z]+/[-a-z0-9.+]+$" },
                "encoding": { "const": "utf-8" }, "bytes": { "type": "integer", "minimum": 0 },
                "hash": { "type": "string", "pattern": "^sha256:[0-9a-f]{64}$" },
                "schema": { "$ref": "#/$defs/table" }
              }
            },
            "table": {
              "type": "object", "required": ["fields"],
              "properties": {
                "fields": { "type": "array", "minItems": 1, "items": {
                  "type": "object", "required": ["name"],
                  "properties": {
                    "name": { "type": "string" }, "title": { "type": "string" }, "description": { "type": "string" },
                    "type": { "enum": ["string", "number", "integer", "boolean", "object", "array", "date", "time", "datetime", "year",
                      "yearmonth", "duration", "geopoint", "geojson", "any"] },
                    "constraints": { "type": "object", "additionalProperties": false, "properties": {
                      "required": { "type": "boolean" }, "unique": { "type": "boolean" },
                      "enum": { "type": "array", "minItems": 1, "uniqueItems": true } } }
                  } } },
                "missingValues": { "type": "array", "items": { "type": "string" } },
                "primaryKey": { "type": "array", "minItems": 1, "items": { "type": "string" } }
              }
            }
          }
        }
        """);

    public static IReadOnlyList<string> Faults(JsonNode package)
    {
        var found = Schema.Evaluate(package, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return found.IsValid
            ? []
            : [.. found.Details.SelectMany(detail => (detail.Errors ?? new Dictionary<string, string>(StringComparer.Ordinal))
                .Select(fault => $"{detail.InstanceLocation}: {fault.Value}"))];
    }
}
