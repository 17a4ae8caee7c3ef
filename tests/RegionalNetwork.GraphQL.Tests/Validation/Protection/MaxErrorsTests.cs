using RegionalNetwork.GraphQL.Validation;

namespace RegionalNetwork.GraphQL.Tests.Validation.Protection;

public sealed class MaxErrorsTests : ProtectionTests
{
    [Fact]
    public void As_many_errors_as_allowed_are_all_reported() =>
        Assert.Equal(
            Limits.MaxValidationErrors,
            Errors(Document(Limits.MaxValidationErrors), ValidationLimits.Request).Count()
        );

    [Fact]
    public void One_error_more_ends_the_validation()
    {
        var errors = Errors(Document(Limits.MaxValidationErrors + 1), ValidationLimits.Request).ToList();
        Assert.Equal(Limits.MaxValidationErrors + 1, errors.Count);
        Assert.Equal("Too many validation errors, error limit reached. Validation aborted.", errors[^1]);
    }

    [Fact]
    public void Many_errors_more_add_nothing() =>
        Assert.Equal(3, Errors(Document(50), NoLimits with { MaxErrors = 2 }).Count());

    private static string Document(int errors) => $"{{ a {{ {Repeat(errors, number => $"unknown{number}")} }} }}";
}
