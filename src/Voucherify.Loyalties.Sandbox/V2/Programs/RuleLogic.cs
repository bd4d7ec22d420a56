namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>A logic such as <c>1 and (2 or 3)</c>. And binds more tightly than or (assumed).</summary>
internal sealed class RuleLogic
{
    private readonly string[] _tokens;
    private readonly Func<string, bool> _holds;
    private int _position;
    private bool _isValid = true;

    private RuleLogic(string logic, Func<string, bool> holds)
    {
        _tokens = logic.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _holds = holds;
    }

    public static bool IsValid(string logic)
    {
        var parser = new RuleLogic(logic, static _ => true);
        parser.Or();
        return parser._isValid && parser._position == parser._tokens.Length;
    }

    /// <summary>Evaluates a logic.</summary>
    /// <param name="logic">The logic, which is valid.</param>
    /// <param name="holds">Whether the rule with a number holds.</param>
    public static bool Evaluate(string logic, Func<string, bool> holds) => new RuleLogic(logic, holds).Or();

    private bool Or()
    {
        var result = And();
        while (TryTake("or"))
        {
            result |= And();
        }

        return result;
    }

    private bool And()
    {
        var result = Operand();
        while (TryTake("and"))
        {
            result &= Operand();
        }

        return result;
    }

    private bool Operand()
    {
        if (TryTake("("))
        {
            var result = Or();
            _isValid &= TryTake(")");
            return result;
        }

        if (_position < _tokens.Length && _tokens[_position].All(char.IsAsciiDigit))
        {
            return _holds(_tokens[_position++]);
        }

        _isValid = false;
        return false;
    }

    private bool TryTake(string token)
    {
        var matches = _position < _tokens.Length && string.Equals(_tokens[_position], token, StringComparison.OrdinalIgnoreCase);
        _position += matches ? 1 : 0;
        return matches;
    }
}
