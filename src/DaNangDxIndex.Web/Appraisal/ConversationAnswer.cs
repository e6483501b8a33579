namespace DaNangDxIndex.Appraisal;

/// <summary>Questions and answers on one criterion, as REST tells them: who wrote is told by side, not by name.</summary>
public sealed record ConversationAnswer(string Criterion, bool AwaitsAnswer, IReadOnlyList<ConversationAnswer.Written> Messages)
{
    public sealed record Written(int Number, bool FromAgency, string Text, DateTimeOffset WrittenAt);

    public static ConversationAnswer Of(Conversation thread) => new(
        thread.Criterion, thread.AwaitsAnswer,
        [.. thread.Messages.Select(message => new Written(message.Number, message.FromAgency, message.Text, message.WrittenAt))]);
}
