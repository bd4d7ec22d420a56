namespace Voucherify.Loyalties.Tests.Conventions.Architecture.Quiz;

/// <summary>A question that has a file for an answer.</summary>
/// <param name="Text">A line of code, or a change that someone asks for.</param>
/// <param name="File">The file that the line is in, or that the change begins in.</param>
internal sealed record QuizQuestion(string Text, string File);
