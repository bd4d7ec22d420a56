using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Collects the generated files by their paths below the output folder.</summary>
internal sealed class GeneratedFiles
{
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> All => _files;

    /// <exception cref="DocumentException">There is a file with this path already.</exception>
    public void Add(string path, string text, string pointer = DocumentPointer.Root)
    {
        if (!_files.TryAdd(path, text))
        {
            throw new DocumentException(pointer, $"This would become the file '{path}', which exists.");
        }
    }
}
