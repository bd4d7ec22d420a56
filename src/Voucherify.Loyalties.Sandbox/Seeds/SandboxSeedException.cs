namespace Voucherify.Loyalties.Sandbox;

/// <summary>A seed cannot be read, or does not fit what the sandbox has. Nothing of it was added.</summary>
public sealed class SandboxSeedException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="line">The line of the seed, from 1.</param>
    /// <param name="path">The member, such as <c>v2.programs[0].name</c>; empty for the seed as a whole.</param>
    /// <param name="problem">What is wrong with it.</param>
    public SandboxSeedException(int line, string path, string problem)
        : base(path.Length == 0 ? $"Line {line}: {problem}" : $"Line {line}, {path}: {problem}")
    {
        Line = line;
        Path = path;
    }

    /// <summary>The line of the seed, from 1.</summary>
    public int Line { get; }

    /// <summary>The member, such as <c>v2.programs[0].name</c>; empty for the seed as a whole.</summary>
    public string Path { get; }
}
