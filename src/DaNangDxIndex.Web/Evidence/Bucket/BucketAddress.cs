using Amazon.Runtime;
using Amazon.S3;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Evidence.Bucket;

/// <summary>Which bucket of which store, and who asks it.</summary>
/// <param name="Within">How long one try may take; the library makes three.</param>
public sealed record BucketAddress(Uri Store, string Bucket, string Region, string Key, string Secret, TimeSpan Within)
{
    private const string Setting = "DX_EVIDENCE_S3";

    /// <summary>For people: without the secret.</summary>
    public string InWords => $"{Store.GetLeftPart(UriPartial.Authority)}/{Bucket}";

    /// <returns>Null where none is set up.</returns>
    /// <exception cref="CannotStart">What is set up is half an address.</exception>
    public static BucketAddress? Of(IConfiguration settings)
    {
        if (settings[Setting] is not { Length: > 0 } given)
            return null;
        if (!Uri.TryCreate(given, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http")
            || address.AbsolutePath.Trim('/') is not { Length: > 0 } bucket || bucket.Contains('/'))
        {
            throw new CannotStart($"{Setting} must be the address of a bucket, \"https://store.example.vn/bucket\"; it is \"{given}\".");
        }
        return new(
            new(address.GetLeftPart(UriPartial.Authority)), bucket,
            settings["DX_EVIDENCE_S3_REGION"] is { Length: > 0 } region ? region : "us-east-1",
            Required(settings, "DX_EVIDENCE_S3_KEY"), Required(settings, "DX_EVIDENCE_S3_SECRET"),
            TimeSpan.FromSeconds(settings.GetValue("DX_EVIDENCE_S3_SECONDS", 60)));
    }

    /// <summary>The bucket stands in the path: a store of one's own seldom has a name in the network for each.</summary>
    internal AmazonS3Client Connect() => new(new BasicAWSCredentials(Key, Secret), new AmazonS3Config
    {
        ServiceURL = Store.ToString(),
        AuthenticationRegion = Region,
        ForcePathStyle = true,
        MaxErrorRetry = 2,
        Timeout = Within,
        // Checksums of its own are not known to every compatible store; the digest that is signed with a file is.
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
    });

    private static string Required(IConfiguration settings, string name) => settings[name] is { Length: > 0 } value ? value
        : throw new CannotStart($"{Setting} is set, and {name} is not: the store must know who asks.");
}
