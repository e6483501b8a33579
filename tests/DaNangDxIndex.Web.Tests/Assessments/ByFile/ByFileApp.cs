using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Assessments.ByFile;

/// <summary>Classes about the form as a spreadsheet share one program and one database; each adds years of its own.</summary>
[CollectionDefinition(Name)]
public sealed class ByFileApp : ICollectionFixture<TestApp>
{
    public const string Name = "the form by file";
}
